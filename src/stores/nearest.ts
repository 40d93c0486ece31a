import type { Check } from '../runtime/report.ts';
import type { Attainment } from './progress.ts';

/** How near an attempt came: checks passed of all, and the number that was farthest off. */
export type Attempt = NonNullable<Attainment['nearest']>;

export function attemptOf(checks: readonly Check[]): Attempt {
  const failed = checks.flatMap(({ status, measured }) =>
    status === 'failed' && measured ? [measured] : [],
  );
  return {
    passed: checks.filter(({ status }) => status === 'passed').length,
    of: checks.length,
    measured: failed.reduce<Attempt['measured']>(
      (worst, each) => (worst && distance(worst) >= distance(each) ? worst : each),
      null,
    ),
  };
}

/**
 * The better of two attempts: more checks passed, then the smaller distance. When the exercise has
 * another number of checks by now, the two cannot be compared and the newer one counts.
 */
export function nearer(before: Attempt | null, now: Attempt): Attempt {
  if (before === null || before.of !== now.of) return now;
  if (before.passed !== now.passed) return before.passed > now.passed ? before : now;
  return reach(before) <= reach(now) ? before : now;
}

/** A number that was reached beats one that was not; what nothing measured comes last. */
function reach({ passed, of, measured }: Attempt): number {
  if (passed === of) return 0;
  return measured ? distance(measured) : Number.POSITIVE_INFINITY;
}

/** How many times the target it is, so that units do not matter; a target of 0 leaves the number. */
function distance({ got, target }: { got: number; target: number }): number {
  return got / Math.max(target, 1);
}
