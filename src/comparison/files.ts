import { el } from '../evidence/el.ts';
import type { SqlToken } from '../evidence/sql.ts';
import { counted } from '../evidence/words.ts';
import type { Files } from '../runtime/protocol.ts';
import { differenceOf, type Row } from './difference.ts';
import { differenceTable, type Layout } from './table.ts';

/** Tokens of a text of Python, line by line; none where nothing colors it. */
export type ColorText = (
  text: string,
) => readonly (readonly SqlToken[])[] | Promise<readonly (readonly SqlToken[])[]>;

export interface Compared {
  path: string;
  yours: string;
  solution: string;
}

/** The files worth comparing: those that can be edited, and those that only the solution has. */
export function comparedFiles(editable: Files, starter: Files, solution: Files): Compared[] {
  const extra = Object.keys(solution).filter((path) => !(path in starter));
  return [...new Set([...Object.keys(editable), ...extra])].map((path) => ({
    path,
    yours: editable[path] ?? '',
    solution: solution[path] ?? '',
  }));
}

function summaryOf(rows: readonly Row[]): string {
  const changed = rows.filter(({ kind }) => kind === 'changed');
  const [yours, solution] = [
    changed.filter((row) => row.yours).length,
    changed.filter((row) => row.solution).length,
  ];
  if (yours + solution === 0) return 'No difference: yours is the solution, line by line.';
  return `${counted(yours, 'line')} only in yours, ${counted(solution, 'line')} only in the solution`;
}

/** Each file under its name, yours beside the solution's. */
export async function comparison(
  document: Document,
  files: readonly Compared[],
  { layout, color }: { layout: Layout; color: ColorText },
): Promise<HTMLElement[]> {
  const colored = async (path: string, text: string) => (path.endsWith('.py') ? color(text) : []);
  return Promise.all(
    files.map(async ({ path, yours, solution }) => {
      const rows = differenceOf(yours, solution);
      const equal = rows.every(({ kind }) => kind === 'same');
      const colors = {
        yours: await colored(path, yours),
        solution: await colored(path, solution),
      };
      const caption = `${path}: your lines and those of the solution`;
      return el(
        document,
        'section',
        { class: 'compared', 'aria-label': path },
        el(
          document,
          'div',
          { class: 'compared-head' },
          el(document, 'h3', {}, path),
          el(document, 'p', {}, summaryOf(rows)),
        ),
        equal ? null : differenceTable(document, rows, { layout, caption, colors }),
      );
    }),
  );
}
