import type { Query, Report } from '../runtime/report.ts';
import { figure } from './amounts.ts';
import { el } from './el.ts';
import { letter, type Palette } from './palette.ts';
import { placeButton } from './place.ts';
import { type Highlight, paintSql, sqlBlock } from './sql.ts';
import { cut, duration, named, queries } from './words.ts';

/** Of one shape, this many queries are listed one by one. */
const LISTED = 10;

interface Numbered {
  number: number;
  query: Query;
}

function queryRow(
  document: Document,
  { number, query }: Numbered,
  entry: string | null,
): HTMLElement {
  const place = query.stack[0];
  return el(
    document,
    'tr',
    {},
    el(document, 'td', { class: 'figure' }, figure(number)),
    el(
      document,
      'td',
      { class: 'params' },
      query.params.length === 0 ? '–' : cut(query.params.join(', '), 120),
    ),
    el(document, 'td', { class: 'figure' }, query.rows === null ? '–' : figure(query.rows)),
    el(document, 'td', { class: 'figure' }, duration(query.duration_ms)),
    el(document, 'td', { class: 'from' }, place ? placeButton(document, named(place, entry)) : '–'),
  );
}

function queryTable(
  document: Document,
  members: readonly Numbered[],
  entry: string | null,
): HTMLElement {
  const headings = [
    ['No.', 'figure'],
    ['Parameters', null],
    ['Rows', 'figure'],
    ['Time', 'figure'],
    ['From', null],
  ] as const;
  return el(
    document,
    'table',
    { class: 'query-table' },
    el(
      document,
      'thead',
      {},
      el(
        document,
        'tr',
        {},
        ...headings.map(([name, side]) => el(document, 'th', { scope: 'col', class: side }, name)),
      ),
    ),
    el(
      document,
      'tbody',
      {},
      ...members.slice(0, LISTED).map((member) => queryRow(document, member, entry)),
    ),
  );
}

function shapeItem(
  document: Document,
  report: Report,
  index: number,
  options: QueriesOptions,
): HTMLElement | null {
  const shape = report.shapes[index];
  if (!shape) return null;
  const members = report.queries.flatMap((query, position) =>
    report.statements[query.statement]?.shape === index ? [{ number: position + 1, query }] : [],
  );
  const color = options.palette.get(shape.sql) ?? 0;
  const first = members[0] && report.statements[members[0].query.statement];
  const rest = shape.count - Math.min(members.length, LISTED);
  const sql = sqlBlock(document, first?.formatted ?? shape.sql);
  const details = el(
    document,
    'details',
    { class: 'shape' },
    el(
      document,
      'summary',
      {},
      el(document, 'span', { class: `swatch shape-${color}` }, letter(color)),
      el(
        document,
        'span',
        { class: 'shape-name' },
        el(document, 'code', {}, [shape.verb, shape.tables.join(', ')].filter(Boolean).join(' ')),
      ),
      el(document, 'span', { class: 'shape-count' }, `${figure(shape.count)} ×`),
      el(document, 'span', { class: 'shape-time' }, duration(shape.total_ms)),
    ),
    el(
      document,
      'div',
      { class: 'shape-body' },
      sql,
      members.length === 0 ? null : queryTable(document, members, options.entry),
      rest > 0
        ? el(document, 'p', { class: 'note' }, `and ${figure(rest)} more of this shape`)
        : null,
    ),
  );
  const { highlight, eager } = options;
  if (highlight && eager) paintSql(sql, highlight);
  else if (highlight) {
    // A highlighter in the browser is a download, so it waits until somebody looks.
    details.addEventListener('toggle', () => paintSql(sql, highlight), { once: true });
  }
  return details;
}

export interface QueriesOptions {
  entry: string | null;
  palette: Palette;
  highlight: Highlight | null;
  /** Color all statements now, not as they are opened. */
  eager: boolean;
}

/** The queries, grouped by shape, costliest group first: the table behind the barcode. */
export function queriesBlock(
  document: Document,
  report: Report,
  options: QueriesOptions,
): HTMLElement {
  if (report.query_count === 0) {
    return el(document, 'p', { class: 'note' }, 'The database was not asked anything.');
  }
  const order = report.shapes
    .map((shape, index) => ({ index, count: shape.count, ms: shape.total_ms }))
    .sort((a, b) => b.count - a.count || b.ms - a.ms);
  const unlisted = report.query_count - report.queries.length;
  return el(
    document,
    'div',
    { class: 'queries' },
    ...order.map(({ index }) => shapeItem(document, report, index, options)),
    unlisted > 0
      ? el(
          document,
          'p',
          { class: 'note' },
          `${queries(unlisted)} more ran; they are counted, not listed.`,
        )
      : null,
  );
}
