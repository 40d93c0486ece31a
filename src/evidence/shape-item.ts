import type { Report } from '../runtime/report.ts';
import { figure } from './amounts.ts';
import { el } from './el.ts';
import { planBlock } from './plan.ts';
import type { QueryGroup } from './query-groups.ts';
import { type QueryList, queryList } from './query-list.ts';
import { headingRow, queryCells } from './query-row.ts';
import { type Highlight, sqlBlock } from './sql.ts';
import { statementView } from './statement.ts';
import { counted, duration } from './words.ts';

/** Of a recorded shape, this many queries are listed one by one. */
const LISTED = 10;

export interface ShapeOptions {
  /** Unique in the page. */
  id: string;
  entry: string | null;
  highlight: Highlight | null;
  /** Everything at once, as a page that is built needs it; else when somebody opens it. */
  eager: boolean;
}

/** A shape of queries, to be opened. */
export interface ShapeItem {
  element: HTMLDetailsElement;
  group: QueryGroup;
  /** Lists these of its queries only; their indices. */
  list(members: readonly number[]): void;
}

const FINDING_NAMES = {
  n_plus_one: 'N+1',
  query_in_loop: 'in a loop',
  deferred_load: 'deferred field',
  unused_eager_load: 'never used',
} as const;

function badges(document: Document, report: Report, group: QueryGroup): HTMLElement | null {
  const names = new Set(
    group.findings.flatMap((index) => {
      const kind = report.findings[index]?.kind;
      return kind ? [FINDING_NAMES[kind]] : [];
    }),
  );
  const repeated = report.shapes[group.shape]?.verb === 'SELECT' && group.identical > 0;
  const words = [...names, ...(repeated ? [`${figure(group.identical)} identical`] : [])];
  if (words.length === 0) return null;
  return el(
    document,
    'span',
    { class: 'shape-badges' },
    ...words.map((word) => el(document, 'span', { class: 'shape-badge' }, word)),
  );
}

function summaryLine(document: Document, report: Report, group: QueryGroup): HTMLElement {
  const shape = report.shapes[group.shape];
  const name = [shape?.verb, shape?.tables.join(', ')].filter(Boolean).join(' ');
  return el(
    document,
    'summary',
    {},
    el(document, 'span', { class: `swatch shape-${group.color}` }, group.letter),
    el(
      document,
      'span',
      { class: 'shape-name' },
      el(document, 'code', {}, name || 'SQL'),
      badges(document, report, group),
    ),
    el(document, 'span', { class: 'shape-count' }, `${figure(shape?.count ?? 0)} ×`),
    el(document, 'span', { class: 'shape-time' }, duration(shape?.total_ms ?? 0)),
  );
}

/** Columns without their table, where all are of one. */
function columnNames(columns: readonly string[], tables: readonly string[]): string {
  const single = tables.length === 1 ? `${tables[0]}.` : null;
  return columns
    .map((name) => (single && name.startsWith(single) ? name.slice(single.length) : name))
    .join(', ');
}

function facts(document: Document, report: Report, group: QueryGroup): HTMLElement | null {
  const shape = report.shapes[group.shape];
  if (!shape) return null;
  const { members, different, identical, rows } = group;
  const verb = shape.verb === 'SELECT' ? 'fetched' : 'changed';
  const lines: (HTMLElement | null)[] = [
    identical > 0 && shape.verb === 'SELECT'
      ? el(
          document,
          'li',
          {},
          `${figure(identical)} of ${figure(members.length)} ask what another one asks, with the same values: ${counted(different, 'different question')} in all.`,
        )
      : null,
    rows === null ? null : el(document, 'li', {}, `${counted(rows, 'row')} ${verb}.`),
    shape.unread && shape.unread.length > 0
      ? el(
          document,
          'li',
          { class: 'unread' },
          'Fetched, never read: ',
          el(document, 'code', {}, columnNames(shape.unread, shape.tables)),
        )
      : null,
    ...group.findings.map((index) =>
      el(
        document,
        'li',
        {},
        'A finding above is about these. ',
        el(
          document,
          'button',
          { type: 'button', class: 'to-finding', 'data-finding': index },
          'Show it',
        ),
      ),
    ),
  ];
  const shown = lines.filter((line) => line !== null);
  return shown.length === 0 ? null : el(document, 'ul', { class: 'shape-facts' }, ...shown);
}

/** The first queries of a recorded shape. */
function sampleTable(
  document: Document,
  report: Report,
  { members, shape }: QueryGroup,
  entry: string | null,
): HTMLElement[] {
  const rest = (report.shapes[shape]?.count ?? 0) - Math.min(members.length, LISTED);
  const rows = members.slice(0, LISTED).flatMap((index) => {
    const query = report.queries[index];
    if (!query) return [];
    const cells = queryCells(document, index + 1, query, entry, 'cell');
    return [el(document, 'div', { role: 'row', class: 'query-row' }, ...cells)];
  });
  const table = el(
    document,
    'div',
    { role: 'table', class: 'query-list query-sample', 'aria-label': 'Queries' },
    el(document, 'div', { role: 'rowgroup' }, headingRow(document)),
    el(document, 'div', { role: 'rowgroup' }, ...rows),
  );
  const note = `and ${figure(rest)} more of this shape`;
  return rest > 0 ? [table, el(document, 'p', { class: 'note' }, note)] : [table];
}

/** A shape with its queries; what is inside is made when it is first opened. */
export function shapeItem(
  document: Document,
  report: Report,
  group: QueryGroup,
  options: ShapeOptions,
): ShapeItem {
  const { entry, highlight, eager } = options;
  const element = el(
    document,
    'details',
    { class: 'shape', 'data-shape': group.shape, 'data-color': group.color },
    summaryLine(document, report, group),
  );
  let members = group.members;
  let filled = false;
  let rows: QueryList | null = null;
  const fill = () => {
    if (filled) return;
    filled = true;
    const view = statementView(document, highlight);
    const chosen = (index: number) => {
      const query = report.queries[index];
      const statement = query && report.statements[query.statement];
      if (statement) view.show(index + 1, query, statement);
    };
    const shape = report.shapes[group.shape];
    const body = el(document, 'div', { class: 'shape-body' });
    const none = group.members.length === 0;
    body.append(none ? sqlBlock(document, shape?.sql ?? '') : view.element);
    const details = facts(document, report, group);
    if (details) body.append(details);
    if (shape?.plan) body.append(planBlock(document, shape.plan, shape.sql));
    element.append(body);
    if (none) return;
    chosen(group.members[0] ?? 0);
    if (eager) {
      body.append(...sampleTable(document, report, group, entry));
      return;
    }
    rows = queryList(document, report, { id: `${options.id}-q`, entry, chosen });
    body.append(rows.element);
    rows.list(members);
  };
  if (eager) fill();
  else {
    element.addEventListener('toggle', fill);
    // The browser tells of an opening later; who opens it to show a query cannot wait.
    element.addEventListener('reveal', (event) => {
      fill();
      if (event instanceof CustomEvent) rows?.choose(event.detail);
    });
  }
  return {
    element,
    group,
    list(next) {
      members = next;
      rows?.list(next);
    },
  };
}
