import type { Check } from '../runtime/report.ts';
import { scoreOf } from '../runtime/score.ts';
import type { Attainment } from './progress.ts';

/** How near an attempt came: checks passed of all, and the number that was farthest off. */
export type Attempt = NonNullable<Attainment['nearest']>;

export function attemptOf(checks: readonly Check[]): Attempt {
  const failed = checks.flatMap(({ status, measured }) =>
    status === 'failed' && measured ? [measured] : [],
  );
  const points = scoreOf(checks);
  return {
    ...(points && { points }),
    passed: checks.filter(({ status }) => status === 'passed').length,
    of: checks.length,
    measured: failed.reduce<Attempt['measured']>(
      (worst, each) => (worst && distance(worst) >= distance(each) ? worst : each),
      null,
    ),
  };
}

/**
 * The better of two attempts: more points, more checks passed, then the smaller distance. When the exercise
 * has another number of checks or points by now, the two cannot be compared and the newer one counts.
 */
export function nearer(before: Attempt | null, now: Attempt): Attempt {
  if (before === null || before.of !== now.of || before.points?.of !== now.points?.of) return now;
  const [had, has] = [before.points?.got ?? 0, now.points?.got ?? 0];
  if (had !== has) return had > has ? before : now;
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
