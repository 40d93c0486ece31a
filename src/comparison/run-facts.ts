import { figure } from '../evidence/amounts.ts';
import { counted, duration, queries } from '../evidence/words.ts';
import type { Report } from '../runtime/report.ts';
import type { Outcome } from '../runtime/state.ts';
import type { KeptRun } from '../stores/runs.ts';

/** Two runs to compare. */
export interface Pair {
  before: KeptRun;
  after: KeptRun;
}

/** `Starter, recorded`, `Run 3`, `Check 4`. */
export function runName({ kind, number }: Pick<KeptRun, 'kind' | 'number'>): string {
  if (kind === 'starter') return 'Starter, recorded';
  return `${kind === 'run' ? 'Run' : 'Check'} ${number}`;
}

/** The same within a sentence. */
export function runWords(run: Pick<KeptRun, 'kind' | 'number'>): string {
  return run.kind === 'starter' ? 'the starter' : runName(run).toLowerCase();
}

export function reportOf(run: KeptRun): Report | null {
  return run.outcome.kind === 'report' ? run.outcome.report : null;
}

const isCheck = ({ kind }: KeptRun) => kind === 'grading';

/**
 * What to compare when the learner has not chosen: the latest, with the first of its kind. Checks work
 * on other data than runs, so the two kinds compare only where there is nothing better.
 */
export function defaultPair(runs: readonly KeptRun[]): Pair | null {
  const after = runs.at(-1);
  if (!after || runs.length < 2) return null;
  const alike = runs.find((run) => run !== after && isCheck(run) === isCheck(after));
  const before = alike ?? runs[0];
  return before ? { before, after } : null;
}

/** What a run that came to no report came to. */
export function endWords(outcome: Exclude<Outcome, { kind: 'report' }>): string {
  switch (outcome.kind) {
    case 'stopped':
      return 'was stopped';
    case 'timed_out':
      return `took longer than ${counted(outcome.seconds, 'second')}`;
    case 'crashed':
      return 'could not be run';
  }
}

/** Whether both printed the same and came to the same value. */
export function sameResult(one: Report, other: Report): boolean {
  const shown = ({ output, output_cut, value }: Report) =>
    JSON.stringify([joined(output), output_cut, value]);
  return shown(one) === shown(other);
}

function resultWords(one: Report, other: Report): string {
  if (!sameResult(one, other)) return 'another result';
  return isCut(one) ? 'same result as far as it is shown' : 'same result';
}

/** Whether a report leaves out rows or text of what it shows, which then cannot be compared. */
function isCut({ output_cut, value }: Report): boolean {
  if (output_cut > 0) return true;
  if (value?.kind === 'text') return value.text.endsWith('…');
  if (value?.kind !== 'table') return false;
  return value.more !== 0 || value.rows.flat().some((cell) => cell.endsWith('…'));
}

/** Where one stretch of output ends and the next begins says nothing about it. */
function joined(output: Report['output']): [string, string][] {
  const stretches: [string, string][] = [];
  for (const { stream, text } of output) {
    const last = stretches.at(-1);
    if (last?.[0] === stream) last[1] += text;
    else stretches.push([stream, text]);
  }
  return stretches;
}

/** The comparison in one sentence; an arrow stands for "to". */
export function pairSentence({ before, after }: Pair): string {
  const [one, other] = [reportOf(before), reportOf(after)];
  for (const { run, outcome } of [before, after].map((run) => ({ run, outcome: run.outcome }))) {
    if (outcome.kind !== 'report') {
      return `${capital(runWords(run))} ${endWords(outcome)}, so there is only code to compare.`;
    }
  }
  if (!one || !other) return '';
  if (isCheck(before) !== isCheck(after)) {
    return 'A run and a check: they work on different data, so their numbers do not compare.';
  }
  if (isCheck(after)) return `${passedWords(one, other)}${asked(one, other)}.`;
  if (one.error && other.error) return 'Both ended in an error.';
  const failed = one.error ? before : other.error ? after : null;
  if (failed) return `${countWords(one, other)}, but ${runWords(failed)} ended in an error.`;
  return `${countWords(one, other)}, ${resultWords(one, other)}.`;
}

function countWords({ query_count: one }: Report, { query_count: other }: Report): string {
  return one === other ? `${queries(one)} both times` : `${figure(one)} → ${figure(other)} queries`;
}

function asked(one: Report, other: Report): string {
  return one.query_count + other.query_count > 0 ? `, ${countWords(one, other)}` : '';
}

function passedWords(one: Report, other: Report): string {
  const passed = ({ checks }: Report) => checks.filter(({ status }) => status === 'passed').length;
  const words = (report: Report) => `${passed(report)} of ${report.checks.length}`;
  const same = words(one) === words(other);
  return `${same ? words(one) : `${words(one)} → ${words(other)}`} checks passed${same ? ' both times' : ''}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export interface FigureRow {
  name: string;
  before: string;
  after: string;
}

/** The figures that stand side by side. */
export function figureRows(before: Report, after: Report): FigureRow[] {
  const row = (name: string, of: (report: Report) => string): FigureRow => ({
    name,
    before: of(before),
    after: of(after),
  });
  return [
    row('Queries', ({ query_count }) => figure(query_count)),
    row('Time in the database', ({ timings }) => duration(timings.sql_ms)),
    row('Time in all', ({ timings }) => duration(timings.run_ms)),
    row('Rows fetched', fetched),
    row('Different shapes', ({ shapes }) => figure(shapes.length)),
  ];
}

/** Only the listed queries tell their rows. */
function fetched({ queries: listed, statements, shapes, query_count }: Report): string {
  const rows = listed.reduce((sum, { statement, rows }) => {
    const verb = shapes[statements[statement]?.shape ?? -1]?.verb;
    return sum + (verb === 'SELECT' ? (rows ?? 0) : 0);
  }, 0);
  return query_count > listed.length ? `at least ${figure(rows)}` : figure(rows);
}

/** How often a shape of SQL was asked in each of two runs. */
export interface ShapeRow {
  sql: string;
  formatted: string;
  name: string;
  before: number;
  after: number;
}

/** Every shape of both runs, those asked most often first. */
export function shapeRows(before: Report, after: Report): ShapeRow[] {
  const rows = new Map<string, ShapeRow>();
  for (const [side, report] of [['before', before] as const, ['after', after] as const]) {
    for (const [index, shape] of report.shapes.entries()) {
      const { sql, verb, tables, count } = shape;
      const example = report.statements.find((statement) => statement.shape === index);
      const row = rows.get(sql) ?? {
        sql,
        formatted: example?.formatted ?? sql,
        name: [verb, tables.join(', ')].filter(Boolean).join(' '),
        before: 0,
        after: 0,
      };
      rows.set(sql, { ...row, [side]: row[side] + count });
    }
  }
  return [...rows.values()].sort((a, b) => b.before + b.after - (a.before + a.after));
}
