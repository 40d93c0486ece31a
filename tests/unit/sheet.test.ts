import { expect, test } from 'vitest';
import { Fault } from '../../src/build/faults.mjs';
import { sheetBlock, sheetCost } from '../../src/build/sheet.ts';
import type { Report } from '../../src/runtime/report.ts';

const SOURCE = ['rows = []', '', '#: first', 'one()', 'two()', '', 'three()', '#: last', 'four()'];
const block = (name: string) => sheetBlock(SOURCE.join('\n'), name, 'orm/sheet/read.py');

test('a block goes from the line below its name to the next empty line', () => {
  expect(block('first')).toEqual({ code: 'one()\ntwo()', first: 4, last: 5 });
  expect(block('last')).toEqual({ code: 'four()', first: 9, last: 9 });
});

test('a name that no line has is a fault', () => {
  expect(() => block('second')).toThrow(Fault);
});

test('the cost counts the queries of its lines, and of what they call', () => {
  const at = (file: string, line: number) => ({ file, line, scope: '<module>' });
  const queries = [
    [at('read.py', 1)],
    [at('read.py', 4)],
    [at('models.py', 4)],
    [at('models.py', 132), at('read.py', 5)],
    [at('read.py', 7)],
  ].map((stack) => ({ stack }));
  const report = { queries } as unknown as Report;
  expect(sheetCost(report, 'read.py', block('first'))).toBe('2 queries');
  expect(sheetCost(report, 'read.py', block('last'))).toBe('no query');
});
