import { describe, expect, it, test } from 'vitest';
import { change } from '../../src/editor/change.ts';
import type { LineMark } from '../../src/editor/editor.ts';
import { fenced, markWords } from '../../src/editor/mark-words.ts';
import { decorations, signClass } from '../../src/editor/marks.ts';

const mark: LineMark = {
  file: 'a.py',
  line: 1,
  kind: 'cost',
  label: '124 queries · 2.1 ms',
  sign: '124×',
  heat: 3,
  statements: [{ note: '124 queries · 2.1 ms', sql: 'SELECT 1' }],
};
const model = { getLineCount: () => 3, getLineMaxColumn: () => 10 };

describe('what a mark says when it is pointed at', () => {
  it('is its SQL in a block of code', () => {
    expect(markWords(mark)).toEqual(['124 queries · 2.1 ms\n\n```sql\nSELECT 1\n```']);
  });

  it('tells how many statements it left out', () => {
    expect(markWords({ ...mark, others: 2 })[1]).toContain('2 other statements');
  });

  it('is left to the marker of an error', () => {
    expect(markWords({ ...mark, message: 'FieldError: no' })).toEqual([]);
  });

  it('cuts SQL that would fill the screen', () => {
    const [words = ''] = markWords({
      ...mark,
      statements: [{ note: '', sql: 'x'.repeat(90_000) }],
    });
    expect(words.length).toBeLessThan(2_000);
  });

  test.each(['```', '````\n# heading', 'a ``` b ````` c'])(
    'SQL cannot end its fence: %j',
    (sql) => {
      const lines = fenced(sql, 'sql').split('\n');
      const fence = lines.at(-1) ?? '';
      expect(lines[0]).toBe(`${fence}sql`);
      expect(sql).not.toContain(fence);
    },
  );
});

describe('the margin', () => {
  test.each([
    ['124×', 'line-count-124'],
    ['1.2k×', 'line-count-1_2k'],
    [undefined, null],
    ['}*{color:red', null],
    ['"; } *::before { content: "×', null],
  ])('shows %j by class %j', (sign, name) => {
    expect(signClass(sign)).toBe(name);
  });

  it('glows and has a bar by how often', () => {
    const [only] = decorations(model, [mark]);
    expect(only?.options.className).toContain('line-heat-3');
    expect(only?.options.linesDecorationsClassName).toContain('line-heat-3');
    expect(only?.options.glyphMarginClassName).toContain('line-count-124');
  });

  it('does neither for what was sent once', () => {
    const [only] = decorations(model, [{ ...mark, heat: 0 }]);
    expect(only?.options.className).not.toContain('heat');
    expect(only?.options.linesDecorationsClassName).toBe('');
  });
});

test.each([
  ['', ''],
  ['same', 'same'],
  ['a = 1\nb = 2\n', 'a = 1\nb = 3\n'],
  ['aaa', 'aa'],
  ['aa', 'aaa'],
  ['x', 'y'],
  ['abcabc', 'abc'],
])('the change from %j to %j makes one of the other', (before, after) => {
  const { from, to, insert } = change(before, after);
  expect(before.slice(0, from) + insert + before.slice(to)).toBe(after);
});

test('a change is no larger than it must be', () => {
  expect(change('a = 1\nb = 2\n', 'a = 1\nb = 3\n')).toEqual({ from: 10, to: 11, insert: '3' });
});
