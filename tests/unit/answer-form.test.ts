import { describe, expect, test } from 'vitest';
import { readForm } from '../../src/build/answer-form.ts';
import type { ExerciseManifest } from '../../src/build/exercise-file.ts';

const review = {
  files: ['shop/views.py'],
  reasons: [
    { id: 'leak', text: 'It leaks' },
    { id: 'slow', text: 'It is slow' },
  ],
};
const predict = { questions: [{ id: 'first', text: 'How many?', unit: 'queries', choices: [] }] };

function form(manifest: object, editable = ['answers.toml']) {
  const whole = { files: { editable, read_only: [], hidden: [] }, ...manifest };
  return readForm('exercise.toml', whole as unknown as ExerciseManifest, { 'shop/views.py': '' });
}

test('the form is that of the kind', () => {
  expect(form({ kind: 'queries' }, ['report.py'])).toEqual({ kind: 'code' });
  expect(form({ kind: 'review', review })).toEqual({ kind: 'review', ...review });
  expect(form({ kind: 'predict', predict })).toEqual({ kind: 'predict', ...predict });
});

describe('refused, in words', () => {
  test.each([
    ['a review without its table', { kind: 'review' }, 'is of the kind review, and lacks [review]'],
    ['a table of another kind', { kind: 'queries', predict }, 'has a table [predict]'],
    ['two tables', { kind: 'review', review, predict }, 'has a table [predict]'],
  ])('%s', (_name, manifest, words) => {
    expect(() => form(manifest)).toThrow(words);
  });

  test('an answer that cannot be edited', () => {
    expect(() => form({ kind: 'predict', predict }, ['report.py'])).toThrow(
      'answers.toml, which is not among the editable files',
    );
  });

  test('a file to be marked that is nowhere', () => {
    const elsewhere = { ...review, files: ['shop/nowhere.py'] };
    expect(() => form({ kind: 'review', review: elsewhere })).toThrow('shop/nowhere.py');
  });
});
