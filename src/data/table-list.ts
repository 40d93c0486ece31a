import { el } from '../evidence/el.ts';
import type { Model, Table } from '../runtime/answers.ts';
import { rowsWords } from './words.ts';

/** A table, with the model that it is of where there is one. */
export interface Listed extends Table {
  /** `Order`; the table's own name for one without a model. */
  title: string;
  own: boolean;
}

/** The project's own tables first, each by the name of its model. */
export function listed(tables: readonly Table[], models: readonly Model[]): Listed[] {
  const byTable = new Map(models.map((model) => [model.table, model]));
  const list = tables.map((table): Listed => {
    const model = byTable.get(table.table);
    const own = model?.own ?? false;
    return { ...table, title: model && !model.auto ? model.name : table.table, own };
  });
  return list.sort((a, b) => Number(b.own) - Number(a.own) || order(a, b));
}

/** Models before tables that Django makes by itself, then by name. */
function order(a: Listed, b: Listed): number {
  const made = (each: Listed) => Number(each.title === each.table);
  return made(a) - made(b) || a.title.localeCompare(b.title);
}

export interface TableList {
  element: HTMLElement;
  draw(tables: readonly Listed[]): void;
  choose(table: string): void;
}

/** The tables to choose from: a list where there is room for one, a menu on narrow screens. */
export function tableList(document: Document, open: (table: string) => void): TableList {
  const list = el(document, 'div', { class: 'data-list', role: 'group', 'aria-label': 'Tables' });
  const menu = el(document, 'select', { 'aria-label': 'Table' });
  menu.addEventListener('change', () => open(menu.value));
  list.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    if (button?.dataset.table) open(button.dataset.table);
  });
  const groups = (tables: readonly Listed[]) => [
    { name: 'This project', tables: tables.filter(({ own }) => own) },
    { name: 'Django and packages', tables: tables.filter(({ own }) => !own) },
  ];
  return {
    element: el(document, 'div', { class: 'data-tables' }, list, menu),
    draw(tables) {
      const filled = groups(tables).filter((group) => group.tables.length > 0);
      list.replaceChildren(
        ...filled.map((group) =>
          el(
            document,
            'div',
            { role: 'group', 'aria-label': group.name },
            el(document, 'p', { 'aria-hidden': 'true' }, group.name),
            ...group.tables.map((table) => button(document, table)),
          ),
        ),
      );
      menu.replaceChildren(
        ...filled.map((group) =>
          el(document, 'optgroup', { label: group.name }, ...group.tables.map(option)),
        ),
      );
    },
    choose(table) {
      for (const each of menu.querySelectorAll('option')) each.selected = each.value === table;
      for (const each of list.querySelectorAll('button')) {
        each.setAttribute('aria-pressed', String(each.dataset.table === table));
      }
    },
  };

  function option({ table, title, rows }: Listed): HTMLElement {
    return el(document, 'option', { value: table }, `${title} (${rows.toLocaleString('en')})`);
  }
}

function button(document: Document, { table, title, rows }: Listed): HTMLElement {
  return el(
    document,
    'button',
    { type: 'button', 'data-table': table, 'aria-pressed': 'false', title: table },
    el(document, 'span', {}, title),
    el(document, 'span', { class: 'sr-only' }, `, ${table}, ${rowsWords(rows)}`),
    el(document, 'span', { class: 'data-count', 'aria-hidden': 'true' }, rows.toLocaleString('en')),
  );
}
