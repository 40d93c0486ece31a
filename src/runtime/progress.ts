import type { Steps } from './base.ts';
import type { RuntimeState } from './state.ts';

/** Turns the steps of loading into states, counting bytes within each step. */
export function loadingSteps(set: (state: RuntimeState) => void): Steps {
  let state = { kind: 'loading' as const, step: '', received: 0, total: 0 };
  const change = (changed: Partial<typeof state>) => {
    state = { ...state, ...changed };
    set(state);
  };
  return {
    expect: (step, total) => change({ step, total, received: 0 }),
    onBytes: (bytes) => change({ received: state.received + bytes }),
    work: (step) => change({ step, total: 0, received: 0 }),
  };
}
