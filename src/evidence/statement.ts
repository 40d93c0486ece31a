import type { Query, Statement } from '../runtime/report.ts';
import { figure } from './amounts.ts';
import { el } from './el.ts';
import { fillSql } from './literals.ts';
import { type Highlight, paintSql, sqlBlock } from './sql.ts';

/** A statement with the values of one query, to be read and copied. */
export interface StatementView {
  element: HTMLElement;
  /** Shows it with the values of another query. */
  show(number: number, query: Query, statement: Statement): void;
}

/** A statement of more characters is shown plain: thousands of values would be thousands of elements. */
const COLORED_UP_TO = 3000;

const CUT = 'A value was cut or is not one that SQL can write, so this does not run as it stands.';

/** @param highlight null leaves the SQL without colors. */
export function statementView(document: Document, highlight: Highlight | null): StatementView {
  const title = el(document, 'span', { class: 'statement-title' });
  const copy = el(
    document,
    'button',
    { type: 'button', class: 'copy-sql', 'aria-live': 'polite' },
    'Copy SQL',
  );
  const note = el(document, 'p', { class: 'note', hidden: true }, CUT);
  const place = el(document, 'div', { class: 'statement-sql' });
  const head = el(document, 'div', { class: 'statement-head' }, title, copy);
  return {
    element: el(document, 'div', { class: 'statement' }, head, place, note),
    show(number, query, statement) {
      const { sql, values, runnable } = fillSql(statement.formatted, query.params);
      title.textContent =
        values.length === 0
          ? `Query ${figure(number)}`
          : `Query ${figure(number)}, with its values in place`;
      const marked = sql.length > COLORED_UP_TO ? [] : values;
      const block = sqlBlock(document, sql, `SQL of query ${figure(number)}`, marked);
      place.replaceChildren(block);
      note.hidden = runnable;
      if (highlight && sql.length <= COLORED_UP_TO) paintSql(block, highlight, marked);
    },
  };
}

/** Puts the statement beside a Copy button on the clipboard. */
export async function copySql(button: HTMLElement): Promise<void> {
  const sql = button.closest('.statement')?.querySelector('.sql')?.textContent ?? '';
  const said = await navigator.clipboard.writeText(`${sql};`).then(
    () => 'Copied',
    () => 'Not allowed: select it and copy',
  );
  button.textContent = said;
  setTimeout(() => {
    button.textContent = 'Copy SQL';
  }, 2000);
}
