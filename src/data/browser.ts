import { el } from '../evidence/el.ts';
import type { Model } from '../runtime/answers.ts';
import { modelsView } from './models-view.ts';
import type { DataSource } from './source.ts';
import { tablesView } from './tables-view.ts';

type View = 'tables' | 'models';

/** What the learner looks at when turning to the data. */
export interface Browser {
  element: HTMLElement;
  /** Show the newest state; what is open stays open. Resolves to false where Python did not answer. */
  refresh(): Promise<boolean>;
}

/** The database: its tables, and its models as a diagram. */
export function browser(document: Document, source: DataSource): Browser {
  const tables = tablesView(document, source);
  const models = modelsView(document, source, (table) => {
    turn('tables');
    void tables.open(table).then(() => focusGrid());
  });
  let view: View = 'tables';
  let known: readonly Model[] = [];
  const buttons = (['tables', 'models'] as const).map((name) => {
    const button = el(
      document,
      'button',
      { type: 'button', 'data-view': name, 'aria-pressed': String(name === view) },
      name === 'tables' ? 'Tables' : 'Models',
    );
    button.addEventListener('click', () => turn(name));
    return button;
  });
  const element = el(
    document,
    'div',
    { class: 'data-views' },
    el(document, 'div', { class: 'data-switch', role: 'group', 'aria-label': 'Data' }, ...buttons),
    tables.element,
    models.element,
  );
  show();

  function turn(to: View): void {
    view = to;
    show();
    if (to === 'models') void models.draw(known);
  }

  function show(): void {
    tables.element.hidden = view !== 'tables';
    models.element.hidden = view !== 'models';
    for (const button of buttons) {
      button.setAttribute('aria-pressed', String(button.dataset.view === view));
    }
  }

  function focusGrid(): void {
    const rows = tables.element.querySelector<HTMLElement>('[role=grid] [tabindex="0"]');
    (rows ?? tables.element.querySelector('h2'))?.focus();
  }

  return {
    element,
    async refresh() {
      const schema = await source.schema();
      if (!schema) return false;
      known = schema;
      const answered = await tables.refresh(schema);
      if (view === 'models') await models.draw(known);
      return answered;
    },
  };
}
