import type { Steps } from './base.ts';
import type { RuntimeState } from './state.ts';

/**
 * Turns the steps of loading into states. Bytes add up over the steps, as one download may overlap the
 * next; a step that is work shows none.
 */
export function loadingSteps(set: (state: RuntimeState) => void): Steps {
  let [received, total] = [0, 0];
  let download = '';
  return {
    expect(step, bytes) {
      download = step;
      total += bytes;
      set({ kind: 'loading', step, received, total });
    },
    onBytes(bytes) {
      received += bytes;
      if (download) set({ kind: 'loading', step: download, received, total });
    },
    work(step) {
      download = '';
      set({ kind: 'loading', step, received: 0, total: 0 });
    },
  };
}
