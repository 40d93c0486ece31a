import type { Report } from '../runtime/report.ts';
import { figure } from './amounts.ts';
import { el } from './el.ts';
import type { Palette } from './palette.ts';
import { queryFilter } from './query-filter.ts';
import { groupsOf } from './query-groups.ts';
import { type ShapeItem, shapeItem } from './shape-item.ts';
import type { Highlight } from './sql.ts';
import { counted, queries } from './words.ts';

export interface QueriesOptions {
  /** Unique in the page. */
  id: string;
  entry: string | null;
  palette: Palette;
  highlight: Highlight | null;
  /** Everything at once, for a page that is built: without sorting and filtering. */
  eager: boolean;
}

const ORDERS = [
  ['count', 'Most queries'],
  ['time', 'Most time'],
  ['order', 'First asked'],
] as const;

function sorted(report: Report, items: readonly ShapeItem[], order: string): ShapeItem[] {
  const shape = ({ group }: ShapeItem) => report.shapes[group.shape];
  const count = (item: ShapeItem) => shape(item)?.count ?? 0;
  const time = (item: ShapeItem) => shape(item)?.total_ms ?? 0;
  const compare: Record<string, (a: ShapeItem, b: ShapeItem) => number> = {
    count: (a, b) => count(b) - count(a) || time(b) - time(a),
    time: (a, b) => time(b) - time(a),
    order: (a, b) => a.group.shape - b.group.shape,
  };
  return [...items].sort(compare[order]);
}

/** The line above the groups, with which they are sorted and filtered. */
function tools(
  document: Document,
  report: Report,
  entry: string | null,
  items: readonly ShapeItem[],
  list: HTMLElement,
): HTMLElement {
  const find = queryFilter(report, entry);
  const order = el(
    document,
    'select',
    {},
    ...ORDERS.map(([value, name]) => el(document, 'option', { value }, name)),
  );
  const filter = el(document, 'input', {
    type: 'search',
    autocomplete: 'off',
    spellcheck: 'false',
    placeholder: 'SQL, value or line',
  });
  const status = el(document, 'p', { class: 'queries-status', role: 'status' });
  order.addEventListener('change', () => {
    list.append(...sorted(report, items, order.value).map(({ element }) => element));
  });
  filter.addEventListener('input', () => {
    const found = filter.value.trim() === '' ? null : find(filter.value);
    for (const { group, element, list } of items) {
      const members = found ? group.members.filter((index) => found.has(index)) : group.members;
      element.hidden = found !== null && members.length === 0;
      list(members);
    }
    const shown = items.filter(({ element }) => !element.hidden).length;
    status.textContent = found
      ? `${figure(found.size)} of ${queries(report.queries.length)}, in ${counted(shown, 'group')}`
      : '';
  });
  return el(
    document,
    'div',
    { class: 'queries-tools' },
    el(document, 'label', {}, 'Sort by', order),
    el(document, 'label', { class: 'queries-filter' }, 'Filter', filter),
    status,
  );
}

/** The queries, grouped by shape: the table behind the barcode. */
export function queriesBlock(
  document: Document,
  report: Report,
  options: QueriesOptions,
): HTMLElement {
  if (report.query_count === 0) {
    return el(document, 'p', { class: 'note' }, 'The database was not asked anything.');
  }
  const { entry, highlight, eager, palette } = options;
  const items = groupsOf(report, palette).map((group) => {
    const id = `${options.id}-shape-${group.shape}`;
    return shapeItem(document, report, group, { id, entry, highlight, eager });
  });
  const list = el(
    document,
    'div',
    { class: 'shapes' },
    ...sorted(report, items, 'count').map(({ element }) => element),
  );
  const unlisted = report.query_count - report.queries.length;
  const more = `${queries(unlisted)} more ran; they are counted, not listed.`;
  return el(
    document,
    'div',
    { class: 'queries' },
    eager || report.query_count < 2 ? null : tools(document, report, entry, items, list),
    list,
    unlisted > 0 ? el(document, 'p', { class: 'note' }, more) : null,
  );
}
