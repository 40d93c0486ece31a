import { expect, test } from 'vitest';
import { figureColumns } from '../../src/evidence/table.ts';
import { amount } from '../../src/evidence/words.ts';

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
])('%i of %s is %s', (count, unit, words) => {
  expect(amount(count, unit)).toBe(words);
});
