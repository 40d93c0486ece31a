import type { Check } from './report.ts';

/** How far a challenge is solved: each of its checks is a defect, with points of its own. */
export interface Score {
  /** Points of the defects that are mended. */
  got: number;
  /** Points of all of them. */
  of: number;
}

/** The points of what passed, of all that there are; null where checks have none. */
export function scoreOf(checks: readonly Check[]): Score | null {
  const worth = (some: readonly Check[]) =>
    some.reduce((sum, { points }) => sum + (points ?? 0), 0);
  const of = worth(checks);
  return of === 0 ? null : { got: worth(checks.filter(({ status }) => status === 'passed')), of };
}
