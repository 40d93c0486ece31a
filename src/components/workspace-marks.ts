import type { LineMark } from '../editor/editor.ts';
import { figure } from '../evidence/amounts.ts';
import { counted, duration, queries } from '../evidence/words.ts';
import type { Place, Report } from '../runtime/report.ts';
import type { Outcome } from '../runtime/state.ts';

interface Cost {
  place: Place;
  count: number;
  ms: number;
}

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
  for (const { stack, duration_ms } of report.queries) {
    const place = stack.find(({ file }) => shown.includes(file));
    if (!place) continue;
    const key = `${place.file}:${place.line}`;
    const cost = costs.get(key) ?? { place, count: 0, ms: 0 };
    costs.set(key, { place, count: cost.count + 1, ms: cost.ms + duration_ms });
  }
  return [...costs.values()].map(({ place, count, ms }) => ({
    file: place.file,
    line: place.line,
    kind: isNamed(report, place) ? 'cost' : 'query',
    label: `${queries(count)} · ${duration(ms)}`,
  }));
}

function isNamed({ findings }: Report, { file, line }: Place): boolean {
  return findings.some(({ place }) => place?.file === file && place.line === line);
}

function errorMarks({ error }: Report, shown: readonly string[]): LineMark[] {
  const frame = error?.frames.findLast(({ file }) => shown.includes(file));
  if (!error || !frame) return [];
  const { file, line } = frame;
  return [{ file, line, kind: 'error', label: error.type }];
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
