import { figure } from '../evidence/amounts.ts';
import { barcodeImage, type Scale } from '../evidence/barcode.ts';
import { type Child, el } from '../evidence/el.ts';
import { mark, type Tone } from '../evidence/marks.ts';
import type { Palette } from '../evidence/palette.ts';
import { verdictOf } from '../evidence/verdict.ts';
import { counted, duration } from '../evidence/words.ts';
import type { Report } from '../runtime/report.ts';
import type { KeptRun } from '../stores/runs.ts';
import { endWords, type Pair, reportOf, runName, runWords } from './run-facts.ts';

export type Side = keyof Pair;

export interface ListOptions {
  scale: Scale;
  palette: Palette;
  pair: Pair;
  choose: (side: Side, run: KeptRun) => void;
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** What it came to, in a word or two with their sign; null where the figures say it all. */
function cameTo(run: KeptRun): { tone: Tone; words: string } | null {
  if (run.outcome.kind !== 'report') return { tone: 'wrong', words: endWords(run.outcome) };
  const { report } = run.outcome;
  const { tone } = verdictOf(report);
  if (report.verdict?.passed) return { tone, words: 'passed' };
  const failed = report.checks.filter(({ status }) => status === 'failed').length;
  if (failed > 0) return { tone, words: counted(failed, 'check to go', 'checks to go') };
  if (report.error) return { tone, words: report.error.type };
  return report.findings.some(({ kind }) => kind === 'n_plus_one') ? { tone, words: 'N+1' } : null;
}

function count(document: Document, { kind, query_count }: Report): HTMLElement | null {
  if (kind === 'grading' && query_count === 0) return null;
  return el(
    document,
    'p',
    { class: 'run-count' },
    el(document, 'strong', {}, figure(query_count)),
    query_count === 1 ? ' query' : ' queries',
  );
}

function choice(document: Document, side: Side, run: KeptRun, options: ListOptions): HTMLElement {
  const input = el(document, 'input', {
    type: 'radio',
    name: `run-${side}`,
    value: run.number,
    checked: options.pair[side] === run,
    'aria-label': `${side === 'before' ? 'Before' : 'After'}: ${runWords(run)}`,
  });
  input.addEventListener('change', () => options.choose(side, run));
  return el(document, 'label', { class: 'run-choice' }, input);
}

function item(document: Document, run: KeptRun, options: ListOptions): HTMLElement {
  const { scale, palette, pair } = options;
  const report = reportOf(run);
  const result = cameTo(run);
  const about: Child[] = [
    el(document, 'strong', { class: 'run-name' }, runName(run)),
    run.at ? el(document, 'time', { datetime: run.at.toISOString() }, clock.format(run.at)) : null,
    result &&
      el(
        document,
        'span',
        { class: `run-came run-came-${result.tone}` },
        result.tone === 'plain' ? null : mark(document, result.tone),
        result.words,
      ),
    report?.kind === 'run'
      ? el(document, 'span', { class: 'run-time' }, duration(report.timings.run_ms))
      : null,
  ];
  const strip = report && report.query_count > 0;
  const image = strip ? barcodeImage(document, report, { scale, palette }) : null;
  // Its count stands above it.
  image?.removeAttribute('role');
  image?.removeAttribute('aria-label');
  image?.setAttribute('aria-hidden', 'true');
  return el(
    document,
    'li',
    { class: 'run', 'data-chosen': pair.before === run || pair.after === run },
    choice(document, 'before', run, options),
    choice(document, 'after', run, options),
    el(
      document,
      'div',
      { class: 'run-about' },
      el(document, 'p', { class: 'run-line' }, ...about),
      report
        ? el(
            document,
            'div',
            { class: 'run-asked' },
            strip ? el(document, 'div', { class: 'run-strip' }, image) : null,
            count(document, report),
          )
        : null,
    ),
  );
}

/** All runs, newest first, all barcodes on one scale; one is chosen as before, one as after. */
export function runList(
  document: Document,
  runs: readonly KeptRun[],
  options: ListOptions,
): HTMLElement {
  return el(
    document,
    'fieldset',
    { class: 'run-list' },
    el(document, 'legend', { class: 'sr-only' }, 'Runs of this visit: pick two to compare'),
    el(
      document,
      'p',
      { class: 'run-heads', 'aria-hidden': 'true' },
      el(document, 'span', {}, 'Before'),
      el(document, 'span', {}, 'After'),
      el(document, 'span', {}, `${counted(runs.length, 'run')} of this visit, newest first`),
    ),
    el(document, 'ol', {}, ...runs.toReversed().map((run) => item(document, run, options))),
  );
}
