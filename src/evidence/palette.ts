import type { Report } from '../runtime/report.ts';

/** How many colors there are; shapes beyond them share the plain one, 0. */
export const COLORS = 8;

/**
 * Which color each shape of SQL has, from 1 to 8, or 0 for "all others".
 * The commonest shape has the first color. Reports that stand side by side share a palette.
 */
export type Palette = ReadonlyMap<string, number>;

/** Gives colors to the shapes of these reports. */
export function paletteOf(...reports: readonly Report[]): Palette {
  const counts = new Map<string, number>();
  for (const shape of reports.flatMap((report) => report.shapes)) {
    counts.set(shape.sql, (counts.get(shape.sql) ?? 0) + shape.count);
  }
  const commonestFirst = [...counts].sort((a, b) => b[1] - a[1]);
  return new Map(commonestFirst.slice(0, COLORS).map(([sql], index) => [sql, index + 1]));
}

/** The letter that stands beside a color, so that nothing is said by color alone. */
export function letter(color: number): string {
  return color === 0 ? '·' : String.fromCharCode(64 + color);
}
