import type { Query } from '../runtime/report.ts';
import { figure } from './amounts.ts';
import { el } from './el.ts';
import { placeButton } from './place.ts';
import { cut, duration, named } from './words.ts';

/** What the columns of a list of queries are called. */
export const COLUMNS = ['No.', 'Values', 'Rows', 'Time', 'From'] as const;

/** The cells of one query; buttons in them are not stops of the Tab key in a grid. */
export function queryCells(
  document: Document,
  number: number,
  query: Query,
  entry: string | null,
  role: 'cell' | 'gridcell',
): HTMLElement[] {
  const place = query.stack[0];
  const button = place ? placeButton(document, named(place, entry)) : null;
  if (role === 'gridcell') button?.setAttribute('tabindex', '-1');
  const cell = (name: string, child: Node | string) =>
    el(document, 'span', { role, class: `query-${name}` }, child);
  return [
    cell('number', figure(number)),
    cell('params', query.params.length === 0 ? '–' : cut(query.params.join(', '), 120)),
    cell('rows', query.rows === null ? '–' : figure(query.rows)),
    cell('time', duration(query.duration_ms)),
    cell('from', button ?? '–'),
  ];
}

/** The headings above a list of queries. */
export function headingRow(document: Document): HTMLElement {
  const names = ['number', 'params', 'rows', 'time', 'from'];
  return el(
    document,
    'div',
    { role: 'row', class: 'query-row query-head', 'aria-rowindex': 1 },
    ...COLUMNS.map((name, index) =>
      el(document, 'span', { role: 'columnheader', class: `query-${names[index]}` }, name),
    ),
  );
}
