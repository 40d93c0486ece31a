/** The manifest of exercises: what is wrong with one is said, and the manual agrees with the schema. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ExerciseFile } from '../../src/build/exercise-file.ts';
import { Fault } from '../../src/build/faults.mjs';
import { readToml } from '../../src/build/manifest-file.ts';
import { manual } from '../../src/build/manual.ts';

const folder = mkdtempSync(join(tmpdir(), 'exercise-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'exercise.toml');

const GOOD = `
title = "A title"
kind = "queries"
phase = "orm"
topics = ["T-27"]
difficulty = 2
minutes = 10
project = "shop"
fails_at = "Asks once"
hints = ["a", "b", "c"]
[files]
editable = ["report.py"]
`;

function complaint(text: string): string {
  writeFileSync(file, text);
  try {
    readToml(file, ExerciseFile);
  } catch (error) {
    expect(error).toBeInstanceOf(Fault);
    return (error as Fault).message;
  }
  return '';
}

test('a sound manifest is read, with what may be left out', () => {
  writeFileSync(file, GOOD);
  expect(readToml(file, ExerciseFile)).toMatchObject({
    packs: [],
    limits: { run_seconds: 10, grade_seconds: 20 },
    files: { editable: ['report.py'], read_only: [], hidden: [] },
  });
});

describe('a manifest that does not fit is told with file, key, what was found and what is allowed', () => {
  test.each([
    ['difficulty = 2', 'difficulty = 5', 'difficulty: found 5; allowed: 1, 2, 3'],
    ['minutes = 10', 'minutes = 0', 'minutes: found 0; allowed: a whole number from 1 to 60'],
    [
      '"T-27"',
      '"T-999"',
      'topics.0: found "T-999"; allowed: a topic of content/topics.toml, such as T-27',
    ],
    ['title = "A title"', '', 'title: is missing'],
    ['fails_at = "Asks once"', '', 'fails_at: is missing'],
    ['minutes = 10', 'minutes = 10\nminuts = 3', 'minuts: no such key; allowed: title, kind, '],
    [
      'editable =',
      'editabel =',
      'files.editabel: no such key; allowed: editable, read_only, hidden',
    ],
    ['"a", "b", "c"', '"a"', 'hints: found ["a"]; allowed: at least 3 hints'],
    [
      '["report.py"]',
      '["/etc/passwd"]',
      'files.editable.0: found "/etc/passwd"; allowed: a path relative to starter/',
    ],
    ['kind = "queries"', 'kind = "quiz"', 'kind: found "quiz"; allowed: "queries", "models"'],
  ])('%s -> %s', (found, wrong, words) => {
    const said = complaint(GOOD.replace(found, wrong));
    expect(said).toContain(file);
    expect(said).toContain(words);
  });

  test('what is no TOML is told with its line', () => {
    expect(complaint(GOOD.replace('minutes = 10', 'minutes = = 10'))).toMatch(
      /line 7, is not TOML: /,
    );
  });

  test('a file that is not there', () => {
    expect(() => readToml(join(folder, 'none.toml'), ExerciseFile)).toThrow('is missing');
  });
});

test('CONTRIBUTING documents every key as the schema describes it', () => {
  const page = readFileSync('CONTRIBUTING.md', 'utf8').replaceAll(/ +/g, ' ');
  for (const { key, description, optional } of manual(ExerciseFile)) {
    expect(page).toContain(`| \`${key}\` | ${optional ? 'no' : 'yes'} | ${description} |`);
  }
});
