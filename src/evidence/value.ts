import type { Value } from '../runtime/report.ts';
import { el } from './el.ts';
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
          ...value.columns.map((name) => el(document, 'th', { scope: 'col' }, name)),
        ),
      ),
      el(
        document,
        'tbody',
        {},
        ...value.rows.map((row) =>
          el(document, 'tr', {}, ...row.map((cell) => el(document, 'td', {}, cell))),
        ),
      ),
    ),
    rest === null ? null : el(document, 'p', { class: 'note' }, rest),
  );
}
