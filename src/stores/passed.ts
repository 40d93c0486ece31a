export const PROGRESS_KEY = 'beyond-runserver:progress';

/** What a passed exercise cost; null where nothing was measured. */
export interface Passed {
  cost: { got: number; unit: string } | null;
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
