import { el } from './el.ts';

export interface Tab {
  /** Part of the ids; unique in the set. */
  key: string;
  label: string;
  panel: HTMLElement;
}

/**
 * A set of tabs, keyboard and names included; `behavior.ts` makes them turn.
 * @param id unique in the page, for the ids that tie tabs to panels.
 */
export function tabs(
  document: Document,
  id: string,
  list: readonly Tab[],
  selected: string,
): HTMLElement {
  const buttons = list.map(({ key, label }) =>
    el(
      document,
      'button',
      {
        type: 'button',
        role: 'tab',
        id: `${id}-tab-${key}`,
        'aria-controls': `${id}-panel-${key}`,
        'aria-selected': String(key === selected),
        tabindex: key === selected ? 0 : -1,
      },
      label,
    ),
  );
  const panels = list.map(({ key, panel }) =>
    el(
      document,
      'div',
      {
        role: 'tabpanel',
        id: `${id}-panel-${key}`,
        'aria-labelledby': `${id}-tab-${key}`,
        hidden: key !== selected,
      },
      panel,
    ),
  );
  return el(
    document,
    'div',
    { class: 'tabs' },
    el(document, 'div', { role: 'tablist', 'aria-label': 'Result' }, ...buttons),
    ...panels,
  );
}
