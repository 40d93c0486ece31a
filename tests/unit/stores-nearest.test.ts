import { expect, test } from 'vitest';
import type { Check } from '../../src/runtime/report.ts';
import { type Attempt, attemptOf, nearer } from '../../src/stores/nearest.ts';

function check(status: Check['status'], measured: Check['measured'] = null): Check {
  return { title: '', status, message: '', place: null, measured, advice: null, points: null };
}

const rows = (got: number) => ({ got, target: 100, unit: 'rows' });
const queries = (got: number) => ({ got, target: 2, unit: 'queries' });
const attempt = (passed: number, measured: Attempt['measured'] = null, of = 4): Attempt => ({
  passed,
  of,
  measured,
});

test('an attempt is counted by its checks, and measured by the number farthest from its target', () => {
  const checks = [
    check('passed', queries(1)),
    check('failed', rows(500)),
    check('failed', queries(31)),
    check('skipped'),
  ];
  expect(attemptOf(checks)).toEqual(attempt(1, queries(31)));
  expect(attemptOf([])).toEqual({ passed: 0, of: 0, measured: null });
});

test('an attempt at a challenge is counted by its points', () => {
  const worth = (status: Check['status'], points: number) => ({ ...check(status), points });
  const checks = [worth('passed', 10), worth('failed', 25), worth('skipped', 5)];
  expect(attemptOf(checks)).toEqual({ ...attempt(1, null, 3), points: { got: 10, of: 40 } });
});

const scored = (got: number, passed: number, of = 100): Attempt => ({
  ...attempt(passed),
  points: { got, of },
});

test.each<[string, Attempt | null, Attempt, 'before' | 'now']>([
  ['the first attempt', null, attempt(0), 'now'],
  ['more checks', attempt(2, queries(3)), attempt(3, queries(31)), 'now'],
  ['fewer checks', attempt(3), attempt(2, queries(3)), 'before'],
  ['fewer queries', attempt(3, queries(31)), attempt(3, queries(4)), 'now'],
  ['more queries', attempt(3, queries(4)), attempt(3, queries(31)), 'before'],
  ['another unit, nearer', attempt(3, queries(31)), attempt(3, rows(150)), 'now'],
  ['a wrong result after a number', attempt(3, queries(31)), attempt(3), 'before'],
  ['an exercise with more checks', attempt(3), attempt(1, null, 5), 'now'],
  ['more points for fewer checks', scored(20, 2), scored(25, 1), 'now'],
  ['fewer points for more checks', scored(25, 1), scored(20, 2), 'before'],
  ['a challenge with more points', scored(25, 1), scored(10, 1, 120), 'now'],
  ['an exercise that became a challenge', attempt(3), scored(10, 1), 'now'],
  ['a target of nothing', attempt(3, rows(400)), attempt(3, { ...queries(3), target: 0 }), 'now'],
])('%s: the better one is kept', (_, before, now, better) => {
  expect(nearer(before, now)).toBe(better === 'now' ? now : before);
});
