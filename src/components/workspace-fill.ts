import { el } from '../evidence/el.ts';

export type Filling = 'code' | 'result';

/** One pane over the whole window; nobody finds it like that the next time. */
export interface Fill {
  toggle(pane: Filling): void;
  filled(): Filling | null;
}

/** What an editor closes by Escape. */
const EDITORS_OWN = [
  '.suggest-widget.visible',
  '.parameter-hints-widget.visible',
  '.find-widget.visible',
  '.cm-tooltip-autocomplete',
  '.cm-panel.cm-search',
].join(', ');

/** @param changed told which pane fills the window now. */
export function createFill(root: HTMLElement, changed: (pane: Filling | null) => void): Fill {
  const { ownerDocument: document } = root;
  const leave = el(
    document,
    'button',
    { type: 'button', class: 'button fill-leave', hidden: true },
    'Leave the full window ',
    el(document, 'kbd', {}, 'Esc'),
  );
  root.append(leave);

  function set(pane: Filling | null): void {
    if (pane) root.dataset.fills = pane;
    else delete root.dataset.fills;
    leave.hidden = pane !== 'result';
    changed(pane);
  }

  function back(): void {
    const pane = filled();
    set(null);
    if (document.activeElement === document.body || document.activeElement === leave) {
      root.querySelector<HTMLElement>(`[data-pane=${pane}]`)?.focus();
    }
  }

  function filled(): Filling | null {
    const { fills } = root.dataset;
    return fills === 'code' || fills === 'result' ? fills : null;
  }

  leave.addEventListener('click', back);
  // Asked before the key arrives there: Firefox's editor takes Escape also when it has nothing to close.
  let closing = false;
  document.addEventListener(
    'keydown',
    () => {
      closing = document.querySelector(`dialog[open], :popover-open, ${EDITORS_OWN}`) !== null;
    },
    { capture: true },
  );
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !closing && filled()) back();
  });
  return {
    filled,
    toggle(pane) {
      if (filled() === pane) {
        back();
        return;
      }
      set(pane);
      if (pane === 'result') leave.focus();
    },
  };
}
