/**
 * Submissions that try to pass without doing the work, in `tests/hostile`. Each is the slow report of
 * `prelude.py` with a trick under it; none may pass, and none may bring the grader down.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readExercise } from '../../src/build/catalog.ts';
import { createGrader } from '../../src/build/grader.ts';
import { root } from '../../src/build/processes.ts';
import { gradeRequest } from '../../src/runtime/exercise.ts';

const FOLDER = join(root, 'tests', 'hostile');
const PATIENCE_MS = 60_000;
const read = (name: string) => readFileSync(join(FOLDER, name), 'utf8');
const prelude = read('prelude.py');
const names = readdirSync(FOLDER).filter((name) => name !== 'prelude.py');

const exercise = readExercise('n-plus-one');
const grader = createGrader();
afterAll(() => grader.close());
const grade = (code: string) => grader.grade(gradeRequest(exercise, { 'report.py': code }), 10);

test('the slow report fails by its queries alone', { timeout: PATIENCE_MS }, async () => {
  const report = await grade(prelude);
  expect(report.checks.map(({ status }) => status)).toEqual(['passed', 'failed']);
});

test.each(names)('%s does not pass', { timeout: PATIENCE_MS }, async (name) => {
  const report = await grade(prelude + read(name));
  expect(report.verdict?.passed).toBe(false);
  const failed = report.checks.find(({ status }) => status === 'failed');
  expect(failed?.message).toMatch(/\w/);
});

test('after all of them, the solution passes as before', { timeout: PATIENCE_MS }, async () => {
  const report = await grade(exercise.solution['report.py'] ?? '');
  expect(report.verdict).toEqual({ passed: true, sentence: '2 queries, passed.' });
});
