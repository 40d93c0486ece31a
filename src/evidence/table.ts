import { el } from './el.ts';

/** Texts in rows, each as long as there are columns. */
export interface TableData {
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}

/** A figure as Python prints one; what has no digit, like None, takes no side. */
const FIGURE = /^-?\d[\d,]*(\.\d+)?(e[+-]?\d+)?$/;

const EMPTY = new Set(['', 'None']);

/** Which columns hold nothing but figures: they stand at the right, digit under digit. */
export function figureColumns({ columns, rows }: TableData): boolean[] {
  return columns.map((_, index) => {
    const cells = rows.map((row) => row[index] ?? '').filter((cell) => !EMPTY.has(cell));
    return cells.length > 0 && cells.every((cell) => FIGURE.test(cell));
  });
}

/** A table that scrolls in its own place, which the keyboard reaches under the name `label`. */
export function dataTable(document: Document, data: TableData, label: string): HTMLElement {
  const figures = figureColumns(data);
  const side = (index: number) => ({ class: figures[index] ? 'figure' : null });
  const head = data.columns.map((name, index) =>
    el(document, 'th', { scope: 'col', ...side(index) }, name),
  );
  const rows = data.rows.map((row) =>
    el(document, 'tr', {}, ...row.map((cell, index) => el(document, 'td', side(index), cell))),
  );
  return el(
    document,
    'div',
    { class: 'value-table', tabindex: 0, role: 'group', 'aria-label': label },
    el(
      document,
      'table',
      {},
      el(document, 'thead', {}, el(document, 'tr', {}, ...head)),
      el(document, 'tbody', {}, ...rows),
    ),
  );
}
