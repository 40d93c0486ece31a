import { el } from '../evidence/el.ts';
import type { Model } from '../runtime/answers.ts';
import type { Key } from '../runtime/protocol.ts';
import { type Grid, grid } from './grid.ts';
import type { At } from './grid-keys.ts';
import { openPages, type Pages } from './pages.ts';
import { type DataSource, stateWords } from './source.ts';
import { type Listed, listed, tableList } from './table-list.ts';
import { rowsWords } from './words.ts';

export interface TablesView {
  element: HTMLElement;
  /** Ask for the tables again, and stay with the one that is open. */
  refresh(models: readonly Model[]): Promise<boolean>;
  /** Open a table, of those that there are. */
  open(table: string): Promise<void>;
}

/** Where somebody was before following a key. */
interface Left {
  table: string;
  at: At;
}

/** The tables, the rows of one of them, and the ways that foreign keys lead. */
export function tablesView(document: Document, source: DataSource): TablesView {
  const list = tableList(document, (table) => {
    left.length = 0;
    void open(table);
  });
  const title = el(document, 'h2', { tabindex: -1 });
  const words = el(document, 'p', { class: 'data-state', role: 'status' });
  const back = el(document, 'button', { type: 'button', class: 'button data-back', hidden: true });
  const place = el(document, 'div', { class: 'data-place' });
  const dialog = el(document, 'dialog', {
    class: 'dialog data-whole',
    'aria-label': 'The whole text',
  });
  const element = el(
    document,
    'div',
    { class: 'data-browser' },
    list.element,
    el(
      document,
      'div',
      { class: 'data-content' },
      el(document, 'div', { class: 'data-bar' }, title, words, back),
      place,
    ),
    dialog,
  );
  const left: Left[] = [];
  let tables: readonly Listed[] = [];
  let pages: Pages | null = null;
  let shown: Grid | null = null;

  back.addEventListener('click', async () => {
    const last = left.pop();
    if (!last) return;
    await open(last.table);
    shown?.goTo(last.at, true);
  });

  async function open(table: string, key: Key | null = null): Promise<void> {
    const opened = await openPages(source, table);
    const found = opened && key ? await opened.find(key) : null;
    if (!opened) {
      words.textContent = 'Python did not answer. Choose the table once more.';
      return;
    }
    const name = tables.find((each) => each.table === table)?.title ?? table;
    if (key && found === null) {
      left.pop();
      words.textContent = `${name} has no row with ${key.column} ${key.value}.`;
      return;
    }
    pages = opened;
    shown?.stop();
    const label = `Rows of ${name}`;
    shown = grid(document, { pages: opened, label, follow, whole });
    title.textContent = name;
    title.title = table;
    const empty = el(document, 'p', { class: 'data-nothing' }, 'No rows.');
    place.replaceChildren(...(opened.total > 0 ? [shown.element] : [empty]));
    if (opened.total > 0) shown.start();
    list.choose(table);
    const state = stateWords(source.version());
    words.textContent = `${rowsWords(opened.total)} in ${table}. ${state}.`;
    const last = left.at(-1);
    back.hidden = last === undefined;
    if (last) {
      const from = tables.find((each) => each.table === last.table)?.title ?? last.table;
      back.textContent = `Back to ${from}`;
    }
    if (found !== null) {
      const column = Math.max(
        0,
        opened.columns.findIndex(({ name }) => name === key?.column),
      );
      shown.goTo({ row: found, column }, true);
    }
  }

  function follow(at: At): void {
    const target = pages?.columns[at.column]?.references;
    const value = pages?.row(at.row)?.[at.column];
    if (!pages || !target || value === null || value === undefined) return;
    if (typeof value === 'object') return;
    left.push({ table: pages.table, at });
    void open(target.table, { column: target.column, value });
  }

  function whole(text: string, column: string): void {
    const close = el(document, 'button', { type: 'button', class: 'button' }, 'Close');
    close.addEventListener('click', () => dialog.close());
    dialog.replaceChildren(
      el(document, 'h2', {}, column),
      el(document, 'pre', { tabindex: 0 }, text),
      el(document, 'div', { class: 'choice' }, close),
    );
    dialog.showModal();
  }

  return {
    element,
    async refresh(models) {
      const answer = await source.tables();
      if (!answer) return false;
      tables = listed(answer, models);
      list.draw(tables);
      const stay = tables.find(({ table }) => table === pages?.table) ?? tables[0];
      if (stay) await open(stay.table);
      return true;
    },
    async open(table) {
      left.length = 0;
      await open(table);
    },
  };
}
