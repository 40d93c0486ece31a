import type { Cell, Column, Rows } from '../runtime/answers.ts';
import type { Key } from '../runtime/protocol.ts';
import type { DataSource } from './source.ts';

/** Rows that are asked for at a time. */
export const PAGE = 100;

/** The rows of one table, fetched in pages as they come into view. */
export interface Pages {
  readonly table: string;
  readonly columns: readonly Column[];
  readonly total: number;
  /** Undefined for a row that is not there yet. */
  row(index: number): readonly Cell[] | undefined;
  /** Fetch what is missing of these rows; resolves to whether anything came. */
  want(first: number, last: number): Promise<boolean>;
  /** The place of a row, which is fetched; null when there is no such row. */
  find(key: Key): Promise<number | null>;
}

/** @returns null when there is no such table, or no answer. */
export async function openPages(source: DataSource, table: string): Promise<Pages | null> {
  const first = await source.rows(table, 0, PAGE, null);
  if (!first) return null;
  const rows = new Map<number, readonly Cell[]>();
  const asked = new Set([0]);
  const put = (page: Rows) => {
    for (const [index, row] of page.rows.entries()) rows.set(page.from + index, row);
  };
  put(first);
  return {
    table,
    columns: first.columns,
    total: first.total,
    row: (index) => rows.get(index),
    async want(from, to) {
      const missing: number[] = [];
      for (let page = Math.floor(from / PAGE); page <= Math.floor(to / PAGE); page++) {
        if (!asked.has(page) && page * PAGE < first.total) missing.push(page);
      }
      for (const page of missing) asked.add(page);
      const came = await Promise.all(
        missing.map(async (page) => {
          const answer = await source.rows(table, page * PAGE, PAGE, null);
          if (answer) put(answer);
          else asked.delete(page);
          return answer !== null;
        }),
      );
      return came.includes(true);
    },
    async find(key) {
      const around = await source.rows(table, 0, PAGE, key);
      if (!around) return null;
      put(around);
      return around.found;
    },
  };
}
