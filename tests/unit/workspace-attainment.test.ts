import { expect, test } from 'vitest';
import { attainmentWords } from '../../src/components/workspace-attainment.ts';
import type { Attainment } from '../../src/stores/progress.ts';

const nothing: Attainment = {
  passed: null,
  best: null,
  attempts: 0,
  hints: 0,
  nearest: null,
  shown: false,
};
const nearest = { passed: 3, of: 4, measured: null };
const queries = { got: 31, target: 2, unit: 'queries' };
const passed = { passed: '2026-11-20T12:00:00Z', best: { ...queries, got: 2 } };

test.each<[Partial<Attainment>, string | null]>([
  [{}, null],
  [{ shown: true }, 'You have seen the solution'],
  [{ nearest: { ...nearest, of: 0 } }, null],
  [{ nearest }, 'Your best so far: 3 of 4 checks'],
  [
    { nearest: { ...nearest, measured: queries } },
    'Your best so far: 3 of 4 checks (31 queries, target 2)',
  ],
  [
    { nearest: { ...nearest, measured: queries, points: { got: 45, of: 100 } } },
    'Your best so far: 45 of 100 points, 3 of 4 defects mended',
  ],
  [{ nearest, ...passed }, 'You passed this with 2 queries'],
  [{ ...passed, shown: true }, 'You passed this with 2 queries, after seeing the solution'],
])('%j reads %s', (some, words) => {
  expect(attainmentWords({ ...nothing, ...some })).toBe(words);
});
