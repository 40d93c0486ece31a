import { el } from '../evidence/el.ts';

export type Filling = 'code' | 'result';

/** One pane over the whole window; nobody finds it like that the next time. */
export interface Fill {
  toggle(pane: Filling): void;
  filled(): Filling | null;
}

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
  document.addEventListener('keydown', (event) => {
    // What the editor or a dialog closes with this key comes first.
    if (event.key !== 'Escape' || event.defaultPrevented || !filled()) return;
    if (root.querySelector('dialog[open], :popover-open')) return;
    back();
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
