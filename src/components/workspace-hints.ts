import { counted } from '../evidence/words.ts';
import type { Progress } from '../stores/progress.ts';
import { part } from './workspace-data.ts';

/** Open the hints one at a time; those that are open stay so, on the next visit too. */
export function connectHints(root: HTMLElement, progress: Progress): void {
  const hints = [...root.querySelectorAll<HTMLElement>('[data-part=hint]')];
  const more = root.querySelector<HTMLButtonElement>('[data-action=hint]');
  if (!more) return;
  const left = part(root, '[data-part=hints-left]', HTMLElement);

  progress.$attainment.subscribe(({ hints: open }) => {
    for (const [index, hint] of hints.entries()) hint.hidden = index >= open;
    const closed = Math.max(0, hints.length - open);
    more.hidden = closed === 0;
    more.textContent = open === 0 ? 'Show a hint' : 'Show another hint';
    const words = closed === 0 ? 'No more hints.' : `${counted(closed, 'hint')} left`;
    if (left.textContent?.trim() !== words) left.textContent = words;
  });
  more.addEventListener('click', () => {
    const open = progress.$attainment.get().hints;
    progress.openedHint(Math.min(open, hints.length) + 1);
    // The new hint is read out, and the last one leaves no button to hold the focus.
    hints[open]?.focus();
  });
}
