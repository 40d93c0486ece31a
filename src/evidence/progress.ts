import type { RuntimeState } from '../runtime/state.ts';
import { el } from './el.ts';
import { bytes } from './words.ts';

/** What the runtime is doing, in words; null when there is nothing to say. */
export function progressWords(state: RuntimeState): string | null {
  switch (state.kind) {
    case 'loading': {
      const size = state.total > 0 ? ` ${bytes(state.received)} of ${bytes(state.total)}` : '';
      return `Python is getting ready. ${state.step}${size}`;
    }
    case 'running':
      return state.what === 'grading' ? 'Checking your code' : 'Running your code';
    default:
      return null;
  }
}

/** A bar with its words: real bytes while something downloads, no claim otherwise. */
export function renderProgress(document: Document, state: RuntimeState): HTMLElement | null {
  const words = progressWords(state);
  if (words === null) return null;
  const known = state.kind === 'loading' && state.total > 0;
  const value = known ? { value: state.received, max: state.total } : {};
  return el(
    document,
    'div',
    { class: 'progress' },
    el(document, 'progress', { ...value, 'aria-label': words }),
    el(document, 'p', {}, words),
  );
}
