import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readExercise } from '../../src/build/catalog.ts';

const home = process.cwd();
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'catalog-'));
  cpSync(join(home, 'exercises'), join(folder, 'exercises'), { recursive: true });
  process.chdir(folder);
});

afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

function write(path: string, text: string): void {
  const file = join(folder, 'exercises', 'asked', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** An exercise with a form, and what it edits. */
function exercise(form: string, editable = ['answers.toml']): void {
  write(
    'exercise.toml',
    `title = "Asked"
phase = "orm"
topics = ["T-27"]
difficulty = 1
minutes = 5
project = "shop"
entry = "main.py"
hints = ["Look."]
seed = { size = 5, number = 7 }
files = { editable = ${JSON.stringify(editable)}, read_only = ["main.py"] }
limits = { run_seconds = 10, grade_seconds = 30 }
${form}`,
  );
  for (const which of ['starter', 'solution']) {
    write(`${which}/main.py`, 'print(1)\n');
    write(`${which}/answers.toml`, '');
  }
  write('checks.py', '');
}

const REASONS = '[[form.reasons]]\nid = "a"\ntext = "A"\n[[form.reasons]]\nid = "b"\ntext = "B"\n';
const review = (file: string) => `[form]\nkind = "review"\nfiles = ["${file}"]\n${REASONS}`;

test('without a form the answer is code, and without a why there is none', () => {
  exercise('');
  expect(readExercise('asked')).toMatchObject({ form: { kind: 'code' }, why: null });
});

test('a why is read as it is', () => {
  exercise('');
  write('why.md', 'Because.\n');
  expect(readExercise('asked').why).toBe('Because.\n');
});

test('a review may mark files of the starter and of the project', () => {
  for (const file of ['main.py', 'shop/models.py']) {
    exercise(review(file));
    expect(readExercise('asked').form).toMatchObject({ kind: 'review', files: [file] });
  }
});

test('a question has neither unit nor choices unless it names them', () => {
  exercise('[form]\nkind = "predict"\n[[form.questions]]\nid = "first"\ntext = "How many?"\n');
  expect(readExercise('asked').form).toEqual({
    kind: 'predict',
    questions: [{ id: 'first', text: 'How many?', unit: '', choices: [] }],
  });
});

test.each<[string, string, string[], RegExp]>([
  ['a file that is nowhere', review('gone.py'), ['answers.toml'], /marks in gone\.py/],
  ['an answer that is not edited', review('main.py'), ['main.py'], /do not name answers\.toml/],
  ['a kind that nobody knows', '[form]\nkind = "essay"\n', ['answers.toml'], /form\.kind/],
  [
    'an id of two words',
    '[form]\nkind = "predict"\n[[form.questions]]\nid = "a b"\ntext = "?"\n',
    ['answers.toml'],
    /form\.questions\.0\.id: must be one word/,
  ],
])('%s is refused', (_, form, editable, words) => {
  exercise(form, editable);
  expect(() => readExercise('asked')).toThrow(words);
});
