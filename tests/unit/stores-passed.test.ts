import { expect, test } from 'vitest';
import { bestWords, passedWords } from '../../src/components/exercise-passed.ts';
import { readPassed, readScore } from '../../src/stores/passed.ts';
import { openProgress, PROGRESS_KEY } from '../../src/stores/progress.ts';
import { keeper } from '../../src/stores/storage.ts';
import { nPlusOne } from './evidence-reports.ts';
import { memory } from './stores-fake.ts';

const best = { got: 2, target: 2, unit: 'queries' };

const check = {
  title: '',
  message: '',
  place: null,
  status: 'passed',
  measured: best,
  advice: null,
  points: null,
} as const;

function saved(entry: unknown): string {
  return JSON.stringify({ format: 1, exercises: { demo: entry } });
}

test('what the store saves of a pass is read back', () => {
  const storage = memory();
  const progress = openProgress(
    'demo',
    keeper(() => storage),
  );
  expect(readPassed(storage.getItem(PROGRESS_KEY), 'demo')).toBeNull();
  progress.attempted({
    ...nPlusOne(1),
    checks: [check],
    verdict: { passed: true, sentence: 'Passed.' },
  });
  expect(readPassed(storage.getItem(PROGRESS_KEY), 'demo')).toEqual({
    cost: { got: 2, unit: 'queries' },
  });
});

test('the best score of a challenge is read back, and it is passed with all points', () => {
  const storage = memory();
  const progress = openProgress(
    'demo',
    keeper(() => storage),
  );
  const score = () => readScore(storage.getItem(PROGRESS_KEY), 'demo');
  const attempt = (one: 'passed' | 'failed', other: 'passed' | 'failed') =>
    progress.attempted({
      ...nPlusOne(1),
      checks: [
        { ...check, status: one, points: 40 },
        { ...check, status: other, points: 60 },
      ],
      verdict: { passed: one === other && one === 'passed', sentence: '' },
    });
  expect(score()).toBeNull();
  attempt('failed', 'passed');
  attempt('passed', 'failed');
  expect(score()).toEqual({ got: 60, of: 100 });
  expect(bestWords({ got: 60, of: 100 })).toBe('Your best so far: 60 of 100 points');
  expect(readPassed(storage.getItem(PROGRESS_KEY), 'demo')).toBeNull();
  attempt('passed', 'passed');
  const passed = readPassed(storage.getItem(PROGRESS_KEY), 'demo');
  expect(passed && passedWords(passed)).toBe('You passed this with 100 points');
});

test.each([
  ['nothing', null],
  ['no JSON', '{"format":'],
  ['null', 'null'],
  ['a number', '7'],
  ['another shape', '{"exercises":[]}'],
  ['an attempt', saved({ passed: null, best: null, attempts: 3, hints: 0 })],
])('%s is not passed', (_, text) => {
  expect(readPassed(text, 'demo')).toBeNull();
  expect(readScore(text, 'demo')).toBeNull();
});

test('another exercise says nothing about this one', () => {
  expect(readPassed(saved({ passed: '2026-01-01T00:00:00Z', best }), 'other')).toBeNull();
});

test.each([
  [{ got: 2, unit: 'queries' }, 'You passed this with 2 queries'],
  [{ got: 1, unit: 'queries' }, 'You passed this with 1 query'],
  [null, 'You passed this'],
])('%j reads %j', (cost, words) => {
  expect(passedWords({ cost })).toBe(words);
});
