import type { Place, Report } from '../runtime/report.ts';
import { figure } from './amounts.ts';
import { placeName, queries } from './words.ts';

/** The learner's line that caused most queries of a shape. */
export function commonestPlace(report: Report, shape: number): Place | null {
  const counts = new Map<string, { place: Place; count: number }>();
  for (const query of report.queries) {
    const place = query.stack[0];
    if (!place || report.statements[query.statement]?.shape !== shape) continue;
    const key = `${place.file}:${place.line}`;
    counts.set(key, { place, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const [top] = [...counts.values()].sort((a, b) => b.count - a.count);
  return top?.place ?? null;
}

/**
 * The barcode in words: "301 queries; 300 of one shape from line 12".
 * @param entry the file that was run; its name is left out.
 */
export function summaryOf(report: Report, entry: string | null): string {
  const total = queries(report.query_count);
  const top = report.shapes.reduce(
    (best, shape, index, all) => (shape.count > (all[best]?.count ?? 0) ? index : best),
    0,
  );
  const count = report.shapes[top]?.count ?? 0;
  if (count < 2) return total;
  const place = commonestPlace(report, top);
  const from = place ? ` from ${placeName(place, entry)}` : '';
  return `${total}; ${figure(count)} of one shape${from}`;
}
