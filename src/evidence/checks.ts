import type { Check } from '../runtime/report.ts';
import { el } from './el.ts';
import { mark } from './marks.ts';
import { placeButton } from './place.ts';
import { prose } from './prose.ts';
import { scoreWords } from './score.ts';
import { measuredWords } from './verdict.ts';
import { named } from './words.ts';

const TONES = {
  passed: 'passed',
  failed: 'wrong',
  skipped: 'skipped',
} as const;

const WORDS: Readonly<Record<Check['status'], string>> = {
  passed: 'Passed',
  failed: 'Failed',
  skipped: 'Not checked',
};

/** ` 10 of 10 points`, or none of them. */
function pointsWords({ status }: Check, points: number): string {
  return ` ${scoreWords({ got: status === 'passed' ? points : 0, of: points })}`;
}

/** What many get wrong here, set apart from what was measured. */
function adviceBlock(document: Document, advice: string): HTMLElement {
  return el(
    document,
    'p',
    { class: 'check-advice' },
    el(document, 'strong', {}, 'A common mistake. '),
    ...prose(document, advice),
  );
}

function checkItem(document: Document, check: Check, entry: string | null): HTMLLIElement {
  const tone = check.status === 'failed' && check.measured ? 'cost' : TONES[check.status];
  return el(
    document,
    'li',
    { class: `check check-${check.status}` },
    mark(document, tone),
    el(
      document,
      'div',
      {},
      el(
        document,
        'p',
        { class: 'check-title' },
        el(document, 'span', { class: 'check-status' }, `${WORDS[check.status]}: `),
        ...prose(document, check.title),
        check.points === null
          ? null
          : el(document, 'span', { class: 'check-points' }, pointsWords(check, check.points)),
      ),
      check.measured === null
        ? null
        : el(document, 'p', { class: 'check-measured' }, measuredWords(check.measured)),
      check.message && check.status !== 'passed'
        ? el(document, 'p', { class: 'check-message' }, ...prose(document, check.message))
        : null,
      check.advice && check.status !== 'passed' ? adviceBlock(document, check.advice) : null,
      check.place ? el(document, 'p', {}, placeButton(document, named(check.place, entry))) : null,
    ),
  );
}

/** What was judged, each with its word, its sign and its reason. */
export function checksList(
  document: Document,
  checks: readonly Check[],
  entry: string | null,
): HTMLElement {
  return el(
    document,
    'ul',
    { class: 'checks' },
    ...checks.map((check) => checkItem(document, check, entry)),
  );
}
