import { el } from '../evidence/el.ts';
import type { Cell, Column } from '../runtime/answers.ts';
import { LONG, shown } from './words.ts';

/** A cell of the grid; what can be done with it is a button, which then takes the focus. */
export function gridCell(
  document: Document,
  cell: Cell | undefined,
  column: Column,
  index: number,
): HTMLElement {
  const frame = (kind: string, ...children: (Node | string)[]) =>
    el(
      document,
      'div',
      { role: 'gridcell', 'aria-colindex': index + 1, class: `data-cell data-${kind}` },
      ...children,
    );
  if (cell === undefined) return frame('waiting', '…');
  const what = shown(cell, column);
  if (what.kind === 'null') return frame('null', 'NULL');
  if (what.kind === 'bytes') return frame('bytes', what.text);
  if (column.references) {
    const { table } = column.references;
    return frame(
      what.kind,
      action(document, 'follow', what.text, `Go to ${what.text} in ${table}`),
    );
  }
  if (what.text.length > LONG || what.text.includes('\n')) {
    const name = `${what.text.slice(0, LONG)}… Show all of it`;
    return frame('text', action(document, 'whole', what.text.slice(0, LONG), name));
  }
  return frame(
    what.kind,
    what.text === '' ? el(document, 'span', { class: 'data-empty' }, "''") : what.text,
  );
}

function action(document: Document, what: string, text: string, name: string): HTMLElement {
  const attributes = { type: 'button', tabindex: -1, 'data-do': what, 'aria-label': name };
  return el(document, 'button', attributes, text);
}

/** The type of a column in one word. */
export function typeWords({ pk, type }: Pick<Column, 'pk' | 'type'>): string {
  return pk ? 'pk' : type.replace(/\(.*| unsigned$/, '');
}

/** How wide a column is, in characters: by its name and by what its first rows hold. */
export function columnWidth(column: Column, cells: readonly (Cell | undefined)[]): number {
  const lengths = cells.map((cell) => {
    if (cell === undefined || cell === null) return 4;
    const what = shown(cell, column);
    return what.kind === 'null' ? 4 : what.text.length;
  });
  const name = column.name.length + typeWords(column).length + 1;
  return Math.min(32, Math.max(4, name, ...lengths)) + 2;
}
