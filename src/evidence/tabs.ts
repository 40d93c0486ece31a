import { el } from './el.ts';
import { turnTab } from './turn.ts';

export interface Tab {
  /** Part of the ids; unique in the set. */
  key: string;
  label: string;
  panel: HTMLElement;
}

/** A tab that stays while results come and go: it belongs to the workspace, not to one report. */
export interface Tool extends Tab {
  /** Called whenever the learner turns to it: what it shows may be loaded as late as that. */
  turned: () => void;
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
  return el(
    document,
    'div',
    { class: 'tabs' },
    el(
      document,
      'div',
      { role: 'tablist', 'aria-label': 'Result' },
      ...list.map((tab) => button(document, id, tab, tab.key === selected)),
    ),
    ...list.map((tab) => panel(document, id, tab, tab.key === selected)),
  );
}

function button(document: Document, id: string, { key, label }: Tab, chosen: boolean) {
  return el(
    document,
    'button',
    {
      type: 'button',
      role: 'tab',
      id: `${id}-tab-${key}`,
      'data-key': key,
      'aria-controls': `${id}-panel-${key}`,
      'aria-selected': String(chosen),
      tabindex: chosen ? 0 : -1,
    },
    label,
  );
}

function panel(document: Document, id: string, { key, panel }: Tab, chosen: boolean) {
  return el(
    document,
    'div',
    {
      role: 'tabpanel',
      id: `${id}-panel-${key}`,
      'aria-labelledby': `${id}-tab-${key}`,
      hidden: !chosen,
    },
    panel,
  );
}

/**
 * Put tools after the tabs of the result in `host`, or in a set of their own where it has none. Their
 * panels are moved, so what they show and where they are scrolled to is kept from result to result.
 */
export function placeTools(host: HTMLElement, tools: readonly Tool[]): void {
  if (tools.length === 0) return;
  const { ownerDocument: document } = host;
  let set = host.querySelector('.evidence .tabs');
  if (!set) {
    set = tabs(document, 'tools', [], '');
    (host.querySelector('.evidence') ?? host).append(set);
  }
  const list = set.querySelector('[role=tablist]');
  for (const tool of tools) {
    const place = panel(document, 'tools', tool, false);
    place.addEventListener('turn', tool.turned);
    list?.append(button(document, 'tools', tool, false));
    set.append(place);
  }
}

/** The key of the tab that is turned to, null without tabs. */
export function turnedTab(host: HTMLElement): string | null {
  const tab = host.querySelector<HTMLElement>('.evidence .tabs [role=tab][aria-selected=true]');
  return tab?.dataset.key ?? null;
}

/** Turn to the tab of this key, if there is one. */
export function turnTo(host: HTMLElement, key: string): void {
  const all = host.querySelectorAll<HTMLElement>('.evidence .tabs [role=tab]');
  const tab = [...all].find(({ dataset }) => dataset.key === key);
  if (tab) turnTab(tab);
}
