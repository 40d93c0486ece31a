import { figure } from '../evidence/amounts.ts';
import { duration } from '../evidence/words.ts';
import type { Report } from '../runtime/report.ts';
import { Fault } from './faults.mjs';

export interface Wanted {
  /** The snippet, for messages. */
  path: string;
  what: 'queries' | 'repeats' | 'rows' | 'time' | 'error' | 'value' | undefined;
  says: string | undefined;
}

/**
 * What prose takes from a recorded report.
 *
 * - `queries`: how many ran. `repeats`: how often the commonest shape of SQL ran. `rows`: how many all of them
 *   fetched or changed. `time`: in the database.
 * - `error`: its class and its first line. `value`: the last line's value, when it is text.
 * - `says`: the rest of the printed line that begins with these words.
 *
 * @throws Fault when the report has none: prose and record have parted.
 */
export function recordedWords(report: Report, { path, what, says }: Wanted): string {
  if (says !== undefined) return printed(report, path, says);
  switch (what) {
    case 'queries':
      return figure(report.query_count);
    case 'repeats':
      return figure(Math.max(0, ...report.shapes.map(({ count }) => count)));
    case 'rows':
      return figure(report.queries.reduce((sum, { rows }) => sum + (rows ?? 0), 0));
    case 'time':
      return duration(report.timings.sql_ms);
    case 'error':
      if (!report.error) throw missing(path, 'raised nothing');
      return `${report.error.type}: ${report.error.message.split('\n')[0]}`;
    case 'value':
      if (report.value?.kind !== 'text') throw missing(path, 'ends in no value that is text');
      return report.value.text;
    default:
      throw missing(path, 'is asked for nothing: name "what" or "says"');
  }
}

function printed(report: Report, path: string, says: string): string {
  const lines = report.output.map(({ text }) => text).join('');
  const line = lines.split('\n').find((each) => each.startsWith(says));
  const rest = line?.slice(says.length).trim();
  if (!rest) throw missing(path, `printed no line that begins with "${says}"`);
  return rest;
}

function missing(path: string, what: string): Fault {
  return new Fault(
    `A lesson quotes ${path}, which ${what}.`,
    'Correct the snippet, or what the lesson says of it.',
  );
}
