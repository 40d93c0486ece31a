import type { Check, Finding, Report } from '../runtime/report.ts';
import { scoreOf } from '../runtime/score.ts';
import { amount, measure } from './amounts.ts';
import { el } from './el.ts';
import { mark, type Tone } from './marks.ts';
import { prose } from './prose.ts';
import { summaryOf } from './summary.ts';
import { counted, placeName, queries } from './words.ts';

/** So many queries of one shape are said, even where no finding explains them. */
const NOTEWORTHY = 10;

type Measured = NonNullable<Check['measured']>;

export interface Verdict {
  tone: Tone;
  sentence: string;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function findingSentence(finding: Finding, entry: string | null): string {
  const who = finding.place ? capital(placeName(finding.place, entry)) : 'Your code';
  const times = counted(finding.count, 'time');
  switch (finding.kind) {
    case 'n_plus_one':
      return `An N+1: ${who.charAt(0).toLowerCase()}${who.slice(1)} asks the database ${times}, once for each row.`;
    case 'query_in_loop':
      return `${who} asks the database ${times}, in a loop.`;
    case 'deferred_load':
      return `${who} loads a deferred field ${times}, one query each.`;
    case 'unused_eager_load':
      return `${who} loads related rows that nothing uses.`;
  }
}

/** Failed only by numbers: the result is right, the cost is not yet. */
function isAlmost(report: Report): boolean {
  const failed = report.checks.filter((check) => check.status === 'failed');
  return failed.length > 0 && failed.every((check) => check.measured !== null);
}

function gradingVerdict(report: Report, verdict: NonNullable<Report['verdict']>): Verdict {
  if (verdict.passed) return { tone: 'passed', sentence: verdict.sentence };
  // A score on its way up is not wrong; what still fails says so itself.
  if (scoreOf(report.checks)) return { tone: 'plain', sentence: verdict.sentence };
  return { tone: isAlmost(report) ? 'cost' : 'wrong', sentence: verdict.sentence };
}

function runVerdict(report: Report, entry: string | null): Verdict {
  const finding = report.findings[0];
  if (finding) return { tone: 'cost', sentence: findingSentence(finding, entry) };
  const silent = report.output.length === 0 && report.value === null;
  const repeats = Math.max(0, ...report.shapes.map(({ count }) => count));
  if (repeats >= NOTEWORTHY) return { tone: 'plain', sentence: `${summaryOf(report, entry)}.` };
  if (report.query_count > 0) {
    const shown = silent ? ', nothing printed' : '';
    return {
      tone: 'plain',
      sentence: `${capital(queries(report.query_count))}${shown}. Nothing stands out.`,
    };
  }
  if (!silent) return { tone: 'plain', sentence: 'It ran without asking the database anything.' };
  return {
    tone: 'plain',
    sentence:
      'It ran. There is nothing to show: it printed nothing and asked the database nothing.',
  };
}

/** The one sentence that comes first. */
export function verdictOf(report: Report, entry: string | null = null): Verdict {
  if (report.verdict) return gradingVerdict(report, report.verdict);
  if (report.error) {
    const last = report.error.frames.at(-1);
    const where = last ? ` on ${placeName(last, entry)}` : '';
    const after = report.query_count > 0 ? `, after ${queries(report.query_count)}` : '';
    return { tone: 'wrong', sentence: `${report.error.type}${where}${after}.` };
  }
  return runVerdict(report, entry);
}

/** The verdict as a line with its sign. */
export function verdictLine(document: Document, { tone, sentence }: Verdict): HTMLElement {
  return el(
    document,
    'p',
    { class: `verdict verdict-${tone}` },
    tone === 'plain' ? null : mark(document, tone),
    el(document, 'span', {}, ...prose(document, sentence)),
  );
}

/** `31 queries, target 2`. A number just over its target is not rounded down to it. */
export function measuredWords({ got, target, unit }: Measured): string {
  const goal = measure(target);
  const over = got > target && measure(got) === goal;
  return `${over ? `just over ${amount(target, unit)}` : amount(got, unit)}, target ${goal}`;
}
