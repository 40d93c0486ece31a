import { expect, test } from 'vitest';
import { amount } from '../../src/evidence/amounts.ts';
import { figureColumns } from '../../src/evidence/table.ts';
import { measuredWords } from '../../src/evidence/verdict.ts';

test.each([
  [['1', '20', '-3.5'], true],
  [['550.13', 'None', ''], true],
  [['1e+06'], true],
  [['BR-000004'], false],
  [['2026-01-02'], false],
  [['12', 'twelve'], false],
  [['None', 'None'], false],
  [[], false],
])('a column of %j is one of figures: %j', (cells, expected) => {
  const rows = cells.map((cell) => [cell]);
  expect(figureColumns({ columns: ['x'], rows })).toEqual([expected]);
});

test.each([
  [1, 'queries', '1 query'],
  [2, 'queries', '2 queries'],
  [1, 'rows', '1 row'],
  [1200, 'rows', '1,200 rows'],
  [1, 'hits', '1 hit'],
  [1, 'misses', '1 miss'],
  [1, 'bytes', '1 byte'],
  [1, 'ms', '1 ms'],
  [12.3456, 'ms', '12.3 ms'],
  [1234.56, 'ms', '1,235 ms'],
])('%f of %s is %s', (count, unit, words) => {
  expect(amount(count, unit)).toBe(words);
});

test.each([
  [31, 2, 'queries', '31 queries, target 2'],
  [1, 0, 'rows', '1 row, target 0'],
  [312.5, 200, 'ms', '313 ms, target 200'],
  [200.4, 200, 'ms', 'just over 200 ms, target 200'],
  [200, 200, 'ms', '200 ms, target 200'],
])('%f against %f %s reads %s', (got, target, unit, words) => {
  expect(measuredWords({ got, target, unit })).toBe(words);
});
