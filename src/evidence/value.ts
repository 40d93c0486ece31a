import type { Value } from '../runtime/report.ts';
import { el } from './el.ts';
import { counted } from './words.ts';

function more(value: Value & { kind: 'table' }): string | null {
  if (value.more === 0) return null;
  return value.more === null ? 'and more rows' : `and ${counted(value.more, 'more row')}`;
}

/** A figure as Python prints one; what has no digit, like None, takes no side. */
const FIGURE = /^-?\d[\d,]*(\.\d+)?(e[+-]?\d+)?$/;

/** Which columns hold nothing but figures: they stand at the right, digit under digit. */
export function figureColumns({ columns, rows }: Value & { kind: 'table' }): boolean[] {
  return columns.map((_, index) => {
    const cells = rows.map((row) => row[index] ?? '').filter((cell) => !EMPTY.has(cell));
    return cells.length > 0 && cells.every((cell) => FIGURE.test(cell));
  });
}

const EMPTY = new Set(['', 'None']);

/** The value of the last expression: text, or a table for a queryset. */
export function valueBlock(document: Document, value: Value): HTMLElement {
  if (value.kind === 'text') {
    return el(document, 'pre', { class: 'value' }, value.text);
  }
  const rest = more(value);
  const figures = figureColumns(value);
  const side = (index: number) => ({ class: figures[index] ? 'figure' : null });
  return el(
    document,
    'div',
    { class: 'value-table', tabindex: 0, role: 'group', 'aria-label': 'Value of the last line' },
    el(
      document,
      'table',
      {},
      el(
        document,
        'thead',
        {},
        el(
          document,
          'tr',
          {},
          ...value.columns.map((name, index) =>
            el(document, 'th', { scope: 'col', ...side(index) }, name),
          ),
        ),
      ),
      el(
        document,
        'tbody',
        {},
        ...value.rows.map((row) =>
          el(
            document,
            'tr',
            {},
            ...row.map((cell, index) => el(document, 'td', side(index), cell)),
          ),
        ),
      ),
    ),
    rest === null ? null : el(document, 'p', { class: 'note' }, rest),
  );
}
