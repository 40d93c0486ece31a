import { part } from './workspace-data.ts';
import type { Badge } from './workspace-marks.ts';

export type ViewName = 'read' | 'code' | 'result';

/** Read, Code and Result on a small screen, one at a time; wider screens show all three. */
export interface Views {
  show(view: ViewName): void;
  /** What the Result tab says besides its name. */
  badge(badge: Badge): void;
}

export function createViews(root: HTMLElement): Views {
  const switcher = part(root, '[data-part=views]', HTMLElement);
  const note = part(root, '[data-part=badge]', HTMLElement);
  const buttons = [...switcher.querySelectorAll<HTMLButtonElement>('button')];

  function show(view: ViewName): void {
    root.dataset.view = view;
    for (const button of buttons) {
      if (button.dataset.view === view) button.setAttribute('aria-current', 'true');
      else button.removeAttribute('aria-current');
    }
  }

  for (const button of buttons) {
    button.addEventListener('click', () => show(viewOf(button)));
  }
  return {
    show,
    badge({ text, name }) {
      note.hidden = false;
      note.textContent = text;
      note.setAttribute('aria-label', name);
    },
  };
}

function viewOf({ dataset }: HTMLElement): ViewName {
  return dataset.view === 'code' || dataset.view === 'result' ? dataset.view : 'read';
}
