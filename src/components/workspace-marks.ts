import type { Heat, LineMark } from '../editor/editor.ts';
import { figure } from '../evidence/amounts.ts';
import { counted, duration, queries } from '../evidence/words.ts';
import type { Place, Report } from '../runtime/report.ts';
import type { Outcome } from '../runtime/state.ts';

interface Cost {
  place: Place;
  count: number;
  ms: number;
  /** What each shape of statement cost here, by its index. */
  shapes: Map<number, { statement: number; count: number; ms: number }>;
}

/** More of them would hide the code that one points at. */
const MOST_SHAPES = 3;

/**
 * What a report has to say at lines: the queries that each caused, and where the error was.
 * @param shown the files that the workspace has tabs for; a query from elsewhere belongs to the
 * nearest line of theirs that led to it.
 */
export function lineMarks(report: Report, shown: readonly string[]): LineMark[] {
  return [...costMarks(report, shown), ...errorMarks(report, shown)];
}

function costMarks(report: Report, shown: readonly string[]): LineMark[] {
  const costs = new Map<string, Cost>();
  for (const { stack, duration_ms, statement } of report.queries) {
    const place = stack.find(({ file }) => shown.includes(file));
    if (!place) continue;
    const key = `${place.file}:${place.line}`;
    const cost = costs.get(key) ?? { place, count: 0, ms: 0, shapes: new Map() };
    costs.set(key, cost);
    cost.count += 1;
    cost.ms += duration_ms;
    const index = report.statements[statement]?.shape ?? -1;
    const shape = cost.shapes.get(index) ?? { statement, count: 0, ms: 0 };
    cost.shapes.set(index, shape);
    shape.count += 1;
    shape.ms += duration_ms;
  }
  return [...costs.values()].map((cost) => costMark(report, cost));
}

function costMark(report: Report, { place, count, ms, shapes }: Cost): LineMark {
  const kind = isNamed(report, place) ? 'cost' : 'query';
  const dearest = [...shapes.values()].sort((one, other) => other.ms - one.ms);
  const repeats = Math.max(...dearest.map((shape) => shape.count));
  return {
    file: place.file,
    line: place.line,
    kind,
    label: `${queries(count)} · ${duration(ms)}`,
    sign: `${compact(count)}×`,
    heat: heatOf(kind === 'cost' ? Math.max(2, repeats) : repeats),
    statements: dearest.slice(0, MOST_SHAPES).map((shape) => ({
      note: `${queries(shape.count)} · ${duration(shape.ms)}`,
      sql: report.statements[shape.statement]?.formatted ?? '',
    })),
    others: Math.max(0, dearest.length - MOST_SHAPES),
  };
}

/** Each step is ten times as often; what was sent once does not glow. */
export function heatOf(repeats: number): Heat {
  if (repeats < 2) return 0;
  if (repeats < 10) return 1;
  if (repeats < 100) return 2;
  return repeats < 1000 ? 3 : 4;
}

/** A count that fits into a margin: `124`, `1.2k`, `12k`. */
export function compact(count: number): string {
  if (count < 1000) return String(count);
  const thousands = count / 1000;
  return `${thousands < 10 ? Math.floor(thousands * 10) / 10 : Math.floor(thousands)}k`;
}

function isNamed({ findings }: Report, { file, line }: Place): boolean {
  return findings.some(({ place }) => place?.file === file && place.line === line);
}

function errorMarks({ error }: Report, shown: readonly string[]): LineMark[] {
  const frame = error?.frames.findLast(({ file }) => shown.includes(file));
  if (!error || !frame) return [];
  const { file, line } = frame;
  const hint = error.hint?.replaceAll('`', '');
  const message = [`${error.type}: ${error.message}`, hint].filter(Boolean).join('\n\n');
  return [{ file, line, kind: 'error', label: error.type, message }];
}

/** A result in as few words as fit on a tab, and in as many as are needed without the rest. */
export interface Badge {
  text: string;
  name: string;
}

export function reportBadge(report: Report): Badge {
  const { error, verdict, checks, query_count } = report;
  if (verdict?.passed) return { text: 'passed', name: 'passed' };
  const failed = checks.filter(({ status }) => status === 'failed').length;
  if (failed > 0)
    return { text: `${failed} to go`, name: counted(failed, 'check to go', 'checks to go') };
  if (error) return { text: 'error', name: error.type };
  return { text: figure(query_count), name: queries(query_count) };
}

/** The same for every end of a run. */
export function outcomeBadge(outcome: Outcome): Badge {
  switch (outcome.kind) {
    case 'report':
      return reportBadge(outcome.report);
    case 'stopped':
      return { text: 'stopped', name: 'stopped' };
    case 'timed_out':
      return { text: 'too long', name: 'stopped because it took too long' };
    case 'crashed':
      return { text: 'not run', name: 'could not be run' };
  }
}
