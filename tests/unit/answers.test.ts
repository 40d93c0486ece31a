import { describe, expect, it, test } from 'vitest';
import {
  readMarks,
  readPredictions,
  writeMarks,
  writePredictions,
} from '../../src/answers/toml.ts';

const MARKS = `[[marks]]
file = "shop/views.py"
line = 12
reason = "n-plus-one"
`;

describe('the marks of a review', () => {
  const mark = { file: 'shop/views.py', line: 12, reason: 'n-plus-one' };

  it('are read, and written as they were', () => {
    expect(readMarks(MARKS)).toEqual({ kind: 'read', value: [mark] });
    expect(writeMarks([mark], '')).toBe(MARKS);
  });

  it('stand in the order of files and lines', () => {
    const marks = [mark, { ...mark, line: 3 }, { ...mark, file: 'a.py', line: 40 }];
    const read = readMarks(writeMarks(marks, ''));
    expect(read.kind === 'read' && read.value.map(({ file, line }) => `${file}:${line}`)).toEqual([
      'a.py:40',
      'shop/views.py:3',
      'shop/views.py:12',
    ]);
  });

  it('keep the comment above them', () => {
    const before = '# Mark what is wrong.\n\nmarks = []\n# not this one\n';
    const text = writeMarks([mark], before);
    expect(text).toBe(`# Mark what is wrong.\n\n${MARKS}`);
    expect(readMarks(writeMarks([], text))).toEqual({ kind: 'read', value: [] });
  });

  it('name each line once, and may lack a reason', () => {
    const twice = `${MARKS}${MARKS.replace('n-plus-one', 'race')}[[marks]]\nfile = "a.py"\nline = 1\n`;
    expect(readMarks(twice)).toEqual({
      kind: 'read',
      value: [
        { ...mark, reason: 'race' },
        { file: 'a.py', line: 1, reason: '' },
      ],
    });
  });
});

test('predictions are numbers or words, and survive writing', () => {
  const answers = { first: 51, second: 2.5, which: 'the "left" join' };
  const text = writePredictions(answers, '# Say what you expect.\n');
  expect(text).toMatch(/^# Say what you expect\.\n\[answers\]\nfirst = 51\nsecond = 2\.5\n/);
  expect(readPredictions(text)).toEqual({ kind: 'read', value: answers });
});

test.each(['', '# only a comment\n', '[answers]\n'])('%j holds no answer yet', (text) => {
  expect(readPredictions(text)).toEqual({ kind: 'read', value: {} });
  expect(readMarks(text)).toEqual({ kind: 'read', value: [] });
});

test.each<[string, string]>([
  ['[[marks]]\nfile = "a.py"\nline = \n', 'answers.toml cannot be read: see its line 3.'],
  [
    '[[marks]]\nfile = "a.py"\nline = "12"\n',
    'answers.toml does not say what it should at marks.0.line.',
  ],
  ['[[marks]]\nline = 0\n', 'answers.toml does not say what it should at marks.0.file.'],
  ['marks = 3\n', 'answers.toml does not say what it should at marks.'],
])('%j is broken, and says so', (text, what) => {
  expect(readMarks(text)).toEqual({ kind: 'broken', what });
});

test('predictions of another type are broken', () => {
  expect(readPredictions('[answers]\nfirst = true\n')).toEqual({
    kind: 'broken',
    what: 'answers.toml does not say what it should at answers.first.',
  });
});
