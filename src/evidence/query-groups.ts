import type { Report } from '../runtime/report.ts';
import { letter, type Palette } from './palette.ts';

/** The queries of one shape, as far as they are listed. */
export interface QueryGroup {
  /** Index into the report's shapes. */
  shape: number;
  color: number;
  letter: string;
  /** Indices into the report's queries, in the order of execution. */
  members: readonly number[];
  /** How many of them asked exactly what another one asked: same SQL, same values. */
  identical: number;
  /** How many different questions they asked. */
  different: number;
  /** Rows that came back, or were changed; null when nobody knows of any query. */
  rows: number | null;
  /** Indices into the report's findings. */
  findings: readonly number[];
}

function identities(report: Report, members: readonly number[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const index of members) {
    const query = report.queries[index];
    if (!query) continue;
    const key = `${query.statement} ${query.alias} ${query.params.join('\u0000')}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Groups a report's queries by shape, in the order in which the shapes appear. */
export function groupsOf(report: Report, palette: Palette): QueryGroup[] {
  const members: number[][] = report.shapes.map(() => []);
  const rows: (number | null)[] = report.shapes.map(() => null);
  const shapeOf = (index: number) =>
    report.statements[report.queries[index]?.statement ?? -1]?.shape ?? -1;
  for (const [index, query] of report.queries.entries()) {
    const shape = shapeOf(index);
    members[shape]?.push(index);
    if (query.rows !== null) rows[shape] = (rows[shape] ?? 0) + query.rows;
  }
  const findings: Set<number>[] = report.shapes.map(() => new Set());
  for (const [number, { queries }] of report.findings.entries()) {
    for (const index of queries) findings[shapeOf(index)]?.add(number);
  }
  return report.shapes.map(({ sql }, shape) => {
    const color = palette.get(sql) ?? 0;
    const list = members[shape] ?? [];
    const counts = identities(report, list);
    let identical = 0;
    for (const count of counts.values()) if (count > 1) identical += count;
    return {
      shape,
      color,
      letter: letter(color),
      members: list,
      identical,
      different: counts.size,
      rows: rows[shape] ?? null,
      findings: [...(findings[shape] ?? [])],
    };
  });
}
