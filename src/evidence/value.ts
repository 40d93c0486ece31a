import type { Value } from '../runtime/report.ts';
import { el } from './el.ts';
import { dataTable } from './table.ts';
import { counted } from './words.ts';

function more(value: Value & { kind: 'table' }): string | null {
  if (value.more === 0) return null;
  return value.more === null ? 'and more rows' : `and ${counted(value.more, 'more row')}`;
}

/** The value of the last expression: text, or a table for a queryset. */
export function valueBlock(document: Document, value: Value): HTMLElement {
  if (value.kind === 'text') {
    return el(document, 'pre', { class: 'value' }, value.text);
  }
  const rest = more(value);
  const table = dataTable(document, value, 'Value of the last line');
  if (rest !== null) table.append(el(document, 'p', { class: 'note' }, rest));
  return table;
}
