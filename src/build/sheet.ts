import { queries } from '../evidence/words.ts';
import type { Report } from '../runtime/report.ts';
import { Fault } from './faults.mjs';

/** Some lines of a snippet, between a comment that names them, `#: name`, and the next empty line. */
export interface SheetBlock {
  code: string;
  /** Its first and last line in the file, from 1 on. */
  first: number;
  last: number;
}

/** @throws Fault when the snippet has no such lines */
export function sheetBlock(source: string, name: string, path: string): SheetBlock {
  const lines = source.split('\n');
  const mark = lines.indexOf(`#: ${name}`);
  if (mark < 0) {
    throw new Fault(
      `A sheet shows the lines "${name}" of ${path}, which has none of that name.`,
      `Put the comment "#: ${name}" above them, and an empty line below.`,
    );
  }
  const after = lines.indexOf('', mark);
  const last = after < 0 ? lines.length : after;
  return { code: lines.slice(mark + 1, last).join('\n'), first: mark + 2, last };
}

/** How many queries those lines sent, what they called included: `21 queries`. */
export function sheetCost(report: Report, file: string, { first, last }: SheetBlock): string {
  const sent = report.queries.filter(({ stack }) =>
    stack.some((place) => place.file === file && place.line >= first && place.line <= last),
  );
  return sent.length === 0 ? 'no query' : queries(sent.length);
}
