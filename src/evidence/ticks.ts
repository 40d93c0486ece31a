import type { Place, Query, Report } from '../runtime/report.ts';
import type { Palette } from './palette.ts';

/** One mark of the barcode: a query, or a stretch of queries when there are too many to draw. */
export interface Tick {
  /** 1-based number of the first query, and how many stand here. */
  first: number;
  count: number;
  ms: number;
  /** Index into the report's shapes: the commonest here. */
  shape: number;
  color: number;
  place: Place | null;
}

/** Above this many queries a tick stands for several of them. */
export const MOST_TICKS = 2000;

const BINS = 500;

function tickOf(report: Report, palette: Palette, queries: readonly Query[], first: number): Tick {
  const shapes = new Map<number, { count: number; query: Query }>();
  for (const query of queries) {
    const shape = report.statements[query.statement]?.shape ?? -1;
    const seen = shapes.get(shape);
    shapes.set(shape, { count: (seen?.count ?? 0) + 1, query: seen?.query ?? query });
  }
  const [top] = [...shapes].sort((a, b) => b[1].count - a[1].count);
  const shape = top?.[0] ?? -1;
  return {
    first,
    count: queries.length,
    ms: queries.reduce((sum, query) => sum + query.duration_ms, 0),
    shape,
    color: palette.get(report.shapes[shape]?.sql ?? '') ?? 0,
    place: top?.[1].query.stack[0] ?? null,
  };
}

/** The marks of a report's barcode, in the order of execution. */
export function ticksOf(report: Report, palette: Palette): Tick[] {
  const { queries } = report;
  if (queries.length <= MOST_TICKS) {
    return queries.map((query, index) => tickOf(report, palette, [query], index + 1));
  }
  const size = Math.ceil(queries.length / BINS);
  const ticks: Tick[] = [];
  for (let start = 0; start < queries.length; start += size) {
    ticks.push(tickOf(report, palette, queries.slice(start, start + size), start + 1));
  }
  return ticks;
}
