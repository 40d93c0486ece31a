import { parseHTML } from 'linkedom';
import { describe, expect, it, test } from 'vitest';
import { differenceOf, type Row } from '../../src/comparison/difference.ts';
import { comparedFiles, comparison } from '../../src/comparison/files.ts';
import { foldsOf } from '../../src/comparison/folds.ts';
import { paintLine } from '../../src/comparison/paint.ts';
import { differenceTable, type Layout } from '../../src/comparison/table.ts';

const { document, Event } = parseHTML('<!doctype html><html><body></body></html>');
const numbers = (count: number) => Array.from({ length: count }, (_, index) => `line ${index}\n`);

/** `-yours|+solution` for each changed row, `=` for each that is the same. */
function drawn(rows: readonly Row[]): string[] {
  return rows.map(({ kind, yours, solution }) =>
    kind === 'same' ? `=${yours.text}` : `${yours?.text ?? ''}|${solution?.text ?? ''}`,
  );
}

describe('the difference', () => {
  it.each<[string, string, string, string[]]>([
    ['equal texts', 'a\nb\n', 'a\nb\n', ['=a', '=b']],
    ['a missing last line break', 'a\nb', 'a\nb\n', ['=a', '=b']],
    ['line ends of Windows', 'a\r\nb\r\n', 'a\nb\n', ['=a', '=b']],
    ['a line of yours', 'a\nb\n', 'a\n', ['=a', 'b|']],
    ['a line of the solution', 'a\n', 'a\nb\n', ['=a', '|b']],
    ['an empty file', '', 'a\n', ['|a']],
    [
      'a rewritten line among new ones',
      'import Order\n',
      'import Prefetch, Sum\nimport Item, Order\n',
      ['|import Prefetch, Sum', 'import Order|import Item, Order'],
    ],
    ['lines without a likeness', 'a = 1\n', 'return\npass\n', ['a = 1|return', '|pass']],
  ])('of %s', (_, yours, solution, rows) => {
    expect(drawn(differenceOf(yours, solution))).toEqual(rows);
  });

  it('numbers the lines of each side', () => {
    const rows = differenceOf('a\nb\nd\n', 'a\nc\nc\nd\n');
    expect(rows.map(({ yours, solution }) => [yours?.number, solution?.number])).toEqual([
      [1, 1],
      [2, 2],
      [undefined, 3],
      [3, 4],
    ]);
  });

  it('marks the changed words of a rewritten line, on each side', () => {
    const [row] = differenceOf('for order in Order.all():', 'for order in orders.all():');
    const words = (side: 'yours' | 'solution') =>
      row?.[side]?.changed.map(([from, to]) => row[side]?.text.slice(from, to));
    expect([words('yours'), words('solution')]).toEqual([['Order'], ['orders']]);
  });
});

test('unchanged lines far from a change fold away, in one piece', () => {
  const text = numbers(20).join('');
  const parts = foldsOf(differenceOf(text, `${text}more\n`));
  expect(parts.map(({ folded, rows }) => [folded, rows.length])).toEqual([
    [true, 17],
    [false, 4],
  ]);
  // Three are not worth a button.
  const few = numbers(6).join('');
  expect(foldsOf(differenceOf(few, `${few}more\n`)).every(({ folded }) => !folded)).toBe(true);
});

test('colors and changed words cut a line without losing a letter', () => {
  const line = { number: 1, text: 'for row in rows:', changed: [[2, 9]] as const };
  const tokens = [
    { text: 'for', light: '#111', dark: '#eee' },
    { text: ' row in rows:', light: '#222', dark: '#ddd' },
  ];
  const code = document.createElement('code');
  code.append(...paintLine(document, line, 'ins', tokens).map((node) => node ?? ''));
  expect(code.textContent).toBe(line.text);
  expect([...code.querySelectorAll('ins')].map((each) => each.textContent)).toEqual(['r row i']);
  expect(code.querySelector('ins span')?.getAttribute('style')).toBe('--light:#111;--dark:#eee');
});

describe.each<[Layout, string[]]>([
  ['split', ['−removed: b', '+added: c', '+added: <i>d</i>']],
  ['unified', ['−removed, yours: b', '+added, solution: c', '+added, solution: <i>d</i>']],
])('the %s table', (layout, said) => {
  const rows = differenceOf(`${numbers(12).join('')}b\n`, `${numbers(12).join('')}c\n<i>d</i>\n`);
  const colors = { yours: [], solution: [] };
  const table = () => differenceTable(document, rows, { layout, caption: 'report.py', colors });

  it('says by sign and by word what was removed and what was added', () => {
    const cells = [...table().querySelectorAll('.diff-code')].map((cell) => cell.textContent);
    expect(cells.slice(-3)).toEqual(said);
    expect(table().querySelector('caption')?.textContent).toBe('report.py');
    expect(table().querySelector('i')).toBeNull();
  });

  it('brings folded lines back by a button', () => {
    const element = table();
    document.body.replaceChildren(element);
    const before = element.querySelectorAll('.diff-same').length;
    const button = element.querySelector('button');
    expect(button?.textContent).toBe('Show 9 unchanged lines');
    button?.dispatchEvent(new Event('click'));
    const perRow = layout === 'split' ? 2 : 1;
    expect(element.querySelectorAll('.diff-same').length).toBe(before + 9 * perRow);
    expect(element.querySelector('button')).toBeNull();
  });
});

test('what can be edited is compared, and what only the solution has', () => {
  const starter = { 'report.py': 'a', 'main.py': 'm' };
  const solution = { 'report.py': 'b', 'main.py': 'm', 'more.py': 'x' };
  expect(comparedFiles({ 'report.py': 'mine' }, starter, solution)).toEqual([
    { path: 'report.py', yours: 'mine', solution: 'b' },
    { path: 'more.py', yours: '', solution: 'x' },
  ]);
});

test('an equal file has words and no table', async () => {
  const files = [
    { path: 'same.py', yours: 'a\n', solution: 'a\n' },
    { path: 'other.py', yours: 'a\n', solution: 'b\nc\n' },
  ];
  const asked: string[] = [];
  const color = (text: string) => {
    asked.push(text);
    return [];
  };
  const [same, other] = await comparison(document, files, { layout: 'split', color });
  expect(same?.querySelector('p')?.textContent).toMatch(/^No difference/);
  expect(same?.querySelector('table')).toBeNull();
  expect(other?.querySelector('p')?.textContent).toBe(
    '1 line only in yours, 2 lines only in the solution',
  );
  expect(asked).toContain('b\nc\n');
});
