import type { Range } from 'monaco-editor/editor';
import { expect, test } from 'vitest';
import type { LineMark } from '../../src/editor/editor.ts';
import { decorations, outdated } from '../../src/editor/marks.ts';
import { indentAfter } from '../../src/editor/plain.ts';

const model = { getLineCount: () => 3, getLineMaxColumn: (line: number) => line * 10 };

function mark(line: number, kind: LineMark['kind'] = 'cost'): LineMark {
  return { file: 'a.py', line, kind, label: '50 queries · 12 ms' };
}

test('a mark stands at the end of its line, over the whole of it', () => {
  const [only] = decorations(model, [mark(2)]);
  expect(only?.range).toEqual({
    startLineNumber: 2,
    startColumn: 20,
    endLineNumber: 2,
    endColumn: 20,
  });
  expect(only?.options).toMatchObject({
    isWholeLine: true,
    showIfCollapsed: true,
    className: 'line-mark-cost',
    after: { content: '50 queries · 12 ms' },
  });
});

test('errors look different from cost', () => {
  const [only] = decorations(model, [mark(1, 'error')]);
  expect(only?.options.glyphMarginClassName).toContain('line-sign-error');
});

test('marks go when their line is changed, and only then', () => {
  const lines = ['import os', 'for order in orders:', 'pass'];
  const at: Record<string, number> = { a: 2, b: 3 };
  const changed = {
    getLineContent: (line: number) => lines[line - 1] ?? '',
    getDecorationRange: (id: string) => {
      const line = at[id];
      return line ? ({ startLineNumber: line } as Range) : null;
    },
  };
  const placed = ['a', 'b', 'c'].map((id) => ({ id, text: 'for order in orders:' }));
  expect(outdated(changed, placed).map(({ id }) => id)).toEqual(['b', 'c']);
});

test.each([0, 4, -1])('line %i of three does not exist and is left out', (line) => {
  expect(decorations(model, [mark(line), mark(3)])).toHaveLength(1);
});

test.each([
  ['', ''],
  ['x = 1', ''],
  ['    x = 1', '    '],
  ['for order in orders:', '    '],
  ['    if total:  # why', '        '],
  ['def f():\n    return {', '    '],
  ['\tx', '\t'],
])('after %j a new line begins with %j', (before, indent) => {
  expect(indentAfter(before)).toBe(indent);
});
