import type { Report } from '../runtime/report.ts';
import { placeName } from './words.ts';

/** Finds queries by any part of their SQL, their values or their line. */
export function queryFilter(report: Report, entry: string | null): (text: string) => Set<number> {
  // Made when somebody first types: most never do.
  let lines: string[] | null = null;
  const shapes = report.statements.map(({ sql }) => sql.toLowerCase());
  return (text) => {
    const wanted = text.trim().toLowerCase();
    lines ??= report.queries.map(({ params, stack }) =>
      [params.join(', '), stack[0] ? placeName(stack[0], entry) : ''].join('\u0000').toLowerCase(),
    );
    const found = new Set<number>();
    const inSql = shapes.map((sql) => sql.includes(wanted));
    for (const [index, line] of lines.entries()) {
      const statement = report.queries[index]?.statement ?? -1;
      if (inSql[statement] || line.includes(wanted)) found.add(index);
    }
    return found;
  };
}
