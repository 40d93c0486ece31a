import type { Migration, Operation } from '../runtime/exhibits.ts';
import { type Child, el } from './el.ts';
import { lockChip, lockItem, worst } from './locks.ts';
import { lazySql, type ViewOptions } from './view.ts';

function side(
  document: Document,
  name: string,
  sql: readonly string[] | null,
  details: HTMLDetailsElement,
  options: ViewOptions,
): Child {
  if (sql === null) {
    return el(
      document,
      'section',
      { class: 'exchange' },
      el(document, 'h3', {}, name),
      el(document, 'p', { class: 'note' }, 'It cannot run this migration.'),
    );
  }
  return el(
    document,
    'section',
    { class: 'exchange' },
    el(document, 'h3', {}, name),
    sql.length === 0
      ? el(document, 'p', { class: 'note' }, 'No SQL of its own.')
      : lazySql(document, sql.join('\n'), name, details, options),
  );
}

/** An operation as each database gets it, with its locks in PostgreSQL. */
export function operationItem(
  document: Document,
  operation: Operation,
  ran: Migration['ran'],
  options: ViewOptions,
): HTMLElement {
  const details = el(document, 'details', { class: 'operation' });
  details.append(
    el(
      document,
      'summary',
      {},
      el(document, 'span', { class: 'operation-text' }, operation.text),
      lockChip(document, worst(operation.locks)),
    ),
    el(
      document,
      'div',
      { class: 'operation-body' },
      el(
        document,
        'div',
        { class: 'exchanges' },
        side(
          document,
          ran === 'ran' ? 'SQLite, which ran it' : 'SQLite',
          operation.sqlite,
          details,
          options,
        ),
        // Where nobody asked for PostgreSQL there is SQLite alone.
        operation.postgres === null && operation.sqlite !== null
          ? null
          : side(document, 'PostgreSQL, shown only', operation.postgres, details, options),
      ),
      operation.locks.length > 0
        ? el(
            document,
            'ul',
            { class: 'locks', 'aria-label': 'Locks in PostgreSQL' },
            ...operation.locks.map((lock) => lockItem(document, lock)),
          )
        : null,
    ),
  );
  return el(document, 'li', {}, details);
}
