import { expect, test } from 'vitest';
import type { Report } from '../../src/runtime/report.ts';
import { DEFAULT_PANES, readPanes, writePanes } from '../../src/stores/panes.ts';
import { openProgress, PROGRESS_KEY, readAll } from '../../src/stores/progress.ts';
import { keeper } from '../../src/stores/storage.ts';
import { memory } from './stores-fake.ts';

const NOON = new Date('2026-11-20T12:00:00Z');

function graded(passed: boolean, got: number): Report {
  return {
    version: 1,
    kind: 'grading',
    output: [],
    output_cut: 0,
    value: null,
    error: null,
    query_count: got,
    queries: [],
    statements: [],
    shapes: [],
    findings: [],
    checks: [
      {
        title: 'Few queries',
        status: passed ? 'passed' : 'failed',
        message: '',
        place: null,
        measured: { got, target: 2, unit: 'queries' },
        advice: null,
        points: null,
      },
    ],
    verdict: { passed, sentence: '' },
    exhibits: [],
    logs: [],
    timings: { setup_ms: 0, run_ms: 0, sql_ms: 0 },
  };
}

function opened(storage = memory(), slug = 'demo') {
  const keep = keeper(() => storage);
  return { storage, keep, progress: openProgress(slug, keep, () => NOON) };
}

test('a failed check counts as an attempt, and shows how near it came', () => {
  const { progress } = opened();
  progress.attempted(graded(false, 31));
  expect(progress.$attainment.get()).toEqual({
    passed: null,
    best: null,
    attempts: 1,
    hints: 0,
    nearest: { passed: 0, of: 1, measured: { got: 31, target: 2, unit: 'queries' } },
    shown: false,
  });
});

test('the nearest attempt stays, whatever comes after it', () => {
  const { storage, progress } = opened();
  for (const got of [31, 4, 12]) progress.attempted(graded(false, got));
  expect(opened(storage).progress.$attainment.get().nearest?.measured?.got).toBe(4);
});

test('giving up is remembered, and a later pass does not hide it', () => {
  const { storage, progress } = opened();
  progress.gaveUp();
  progress.attempted(graded(true, 2));
  expect(opened(storage).progress.$attainment.get()).toMatchObject({ shown: true, hints: 0 });
});

test('the first pass and the best cost are remembered', () => {
  const { storage, progress } = opened();
  progress.attempted(graded(true, 2));
  progress.attempted(graded(true, 1));
  progress.attempted(graded(true, 2));
  expect(opened(storage).progress.$attainment.get()).toMatchObject({
    passed: NOON.toISOString(),
    best: { got: 1 },
    attempts: 3,
  });
});

test('a later failure takes nothing away', () => {
  const { progress } = opened();
  progress.attempted(graded(true, 2));
  progress.attempted(graded(false, 1));
  expect(progress.$attainment.get()).toMatchObject({
    passed: NOON.toISOString(),
    best: { got: 2 },
  });
});

test('a run without a verdict is no attempt', () => {
  const { progress, storage } = opened();
  progress.attempted({ ...graded(true, 2), verdict: null });
  expect(storage.entries.size).toBe(0);
});

test('hints stay open, and only climb', () => {
  const { storage, progress } = opened();
  progress.openedHint(2);
  progress.openedHint(1);
  expect(opened(storage).progress.$attainment.get().hints).toBe(2);
});

test('exercises do not overwrite each other, even from two tabs', () => {
  const storage = memory();
  const one = opened(storage, 'one').progress;
  const two = opened(storage, 'two').progress;
  one.openedHint(1);
  two.openedHint(3);
  one.openedHint(2);
  const all = readAll(keeper(() => storage));
  expect([all.one?.hints, all.two?.hints]).toEqual([2, 3]);
});

test('one damaged entry does not cost the others', () => {
  // As an earlier release wrote it: without `nearest` and `shown`.
  const good = { passed: null, best: null, attempts: 2, hints: 1 };
  const exercises = { good, bad: { passed: 'yesterday', attempts: -1 } };
  const storage = memory({ [PROGRESS_KEY]: JSON.stringify({ format: 1, exercises }) });
  expect(readAll(keeper(() => storage))).toEqual({
    good: { ...good, nearest: null, shown: false },
  });
});

test.each(['{', '[]', '{"format":2,"exercises":{}}'])('progress that reads %s is none', (text) => {
  const storage = memory({ [PROGRESS_KEY]: text });
  expect(readAll(keeper(() => storage))).toEqual({});
});

test('panes are remembered, and nonsense is not', () => {
  const storage = memory();
  const keep = keeper(() => storage);
  expect(readPanes(keep)).toEqual(DEFAULT_PANES);
  writePanes(keep, { text: 50, code: 40 });
  expect(readPanes(keep)).toEqual({ text: 50, code: 40 });
  writePanes(keep, { text: 99, code: 40 });
  expect(readPanes(keep)).toEqual(DEFAULT_PANES);
});
