import type { Score } from '../runtime/score.ts';

export const PROGRESS_KEY = 'beyond-runserver:progress';

/** What `progress.ts` saved, as text; null where nothing was kept, or storage is blocked. */
export function savedProgress(): string | null {
  try {
    return localStorage.getItem(PROGRESS_KEY);
  } catch {
    return null;
  }
}

/** What a passed exercise cost; null where nothing was measured. */
export interface Passed {
  cost: { got: number; unit: string } | null;
}

/** The best score in a challenge, from the same text; null before the first, and for other exercises. */
export function readScore(saved: string | null, slug: string): Score | null {
  try {
    const { got, of } = JSON.parse(saved ?? 'null')?.exercises?.[slug]?.nearest?.points ?? {};
    return typeof got === 'number' && typeof of === 'number' ? { got, of } : null;
  } catch {
    return null;
  }
}

/**
 * Whether an exercise is passed, from the text that `progress.ts` saved. It reads without that
 * store's schema, because a lesson's page has no room for it: what does not fit counts as not passed.
 */
export function readPassed(saved: string | null, slug: string): Passed | null {
  try {
    const entry = JSON.parse(saved ?? 'null')?.exercises?.[slug];
    if (typeof entry?.passed !== 'string') return null;
    const { got, unit } = entry.best ?? {};
    return { cost: typeof got === 'number' && typeof unit === 'string' ? { got, unit } : null };
  } catch {
    // Half a text, or another hand's: the store drops it too.
    return null;
  }
}
