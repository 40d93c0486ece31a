import type { Finding } from '../runtime/report.ts';
import { el } from './el.ts';
import { placeButton } from './place.ts';
import { prose } from './prose.ts';
import { named } from './words.ts';

function findingItem(document: Document, finding: Finding, entry: string | null): HTMLLIElement {
  const { message, cure, origin, place } = finding;
  const target = origin ?? place;
  return el(
    document,
    'li',
    { class: 'finding' },
    el(document, 'p', {}, ...prose(document, cureAsCode(message, cure))),
    el(
      document,
      'p',
      { class: 'finding-cure' },
      cure === null ? null : el(document, 'code', {}, `.${cure.replace(/^\./, '')}`),
      target ? placeButton(document, named(target, entry)) : null,
    ),
  );
}

/** The sentence names the cure as it names everything else that is code. */
function cureAsCode(message: string, cure: string | null): string {
  if (cure === null || message.includes(`\`${cure}\``)) return message;
  return message.replace(cure, () => `\`${cure}\``);
}

/** What is worth knowing about the queries, with the cure as code; null when nothing is. */
export function findingsList(
  document: Document,
  findings: readonly Finding[],
  entry: string | null,
): HTMLElement | null {
  if (findings.length === 0) return null;
  return el(
    document,
    'ul',
    { class: 'findings', 'aria-label': 'Findings' },
    ...findings.map((finding) => findingItem(document, finding, entry)),
  );
}
