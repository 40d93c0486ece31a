import type { Outcome, PlatformError } from '../runtime/state.ts';
import { el } from './el.ts';
import { prose, spoken } from './prose.ts';
import { type ReportOptions, renderReport } from './render.ts';
import { verdictLine, verdictOf } from './verdict.ts';
import { counted } from './words.ts';

/** What happened and what to do, for an end that has no report. */
interface Ending {
  what: string;
  remedy: string;
}

function endingOf(outcome: Exclude<Outcome, { kind: 'report' }>): Ending {
  switch (outcome.kind) {
    case 'stopped':
      return { what: 'You stopped it.', remedy: 'Python is ready for the next run.' };
    case 'timed_out':
      return {
        what: `It ran for ${counted(outcome.seconds, 'second')} without an end, so it was stopped.`,
        remedy: 'Look for a loop that never ends, or for work on far too many rows.',
      };
    case 'crashed':
      return { what: outcome.error.what, remedy: outcome.error.remedy };
  }
}

/** An outcome in one sentence, for screen readers. */
export function sentenceOf(outcome: Outcome, entry: string | null = null): string {
  if (outcome.kind === 'report') {
    return spoken(verdictOf(outcome.report, entry).sentence);
  }
  const { what, remedy } = endingOf(outcome);
  return spoken(`${what} ${remedy}`);
}

function notice(document: Document, ending: Ending, detail: string | null): HTMLElement {
  return el(
    document,
    'div',
    { class: 'evidence evidence-notice' },
    verdictLine(document, { tone: 'plain', sentence: ending.what }),
    el(document, 'p', { class: 'remedy' }, ...prose(document, ending.remedy)),
    detail
      ? el(
          document,
          'details',
          { class: 'detail' },
          el(document, 'summary', {}, 'Details for a bug report'),
          el(document, 'pre', {}, detail),
        )
      : null,
  );
}

/** How a run or a grading ended, as a panel: a report, or a notice in plain words. */
export function renderOutcome(
  document: Document,
  outcome: Outcome,
  options: ReportOptions,
): HTMLElement {
  if (outcome.kind === 'report') return renderReport(document, outcome.report, options);
  const detail = outcome.kind === 'crashed' ? outcome.error.detail : null;
  return notice(document, endingOf(outcome), detail);
}

/** A fault of the platform: no network, no room, a browser that cannot. */
export function renderFailure(document: Document, error: PlatformError): HTMLElement {
  return notice(document, error, error.detail);
}
