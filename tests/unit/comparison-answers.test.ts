import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { answerRows, answersTable } from '../../src/comparison/answers.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');
const review = {
  kind: 'review' as const,
  files: ['a.py'],
  reasons: [
    { id: 'race', text: 'Two may do it at once' },
    { id: 'money', text: 'Loses cents' },
  ],
};
const predict = {
  kind: 'predict' as const,
  questions: [
    { id: 'first', text: 'How many?', unit: 'queries', choices: [] },
    { id: 'share', text: 'Which part?', unit: '', choices: [] },
    { id: 'which', text: 'Which join?', unit: '', choices: ['left', 'inner'] },
  ],
};
const mark = (line: number, reason: string) =>
  `[[marks]]\nfile = "a.py"\nline = ${line}\nreason = "${reason}"\n`;

test('marks stand line by line, whoever set them', () => {
  const rows = answerRows(
    review,
    mark(9, '') + mark(2, 'race'),
    mark(2, 'money') + mark(5, 'race'),
  );
  expect(rows).toEqual([
    { asked: 'a.py, line 2', yours: 'Two may do it at once', solution: 'Loses cents' },
    { asked: 'a.py, line 5', yours: 'Not marked', solution: 'Two may do it at once' },
    { asked: 'a.py, line 9', yours: 'Marked without a reason', solution: 'Not marked' },
  ]);
});

test('predictions stand question by question, with their units', () => {
  const solution = '[answers]\nfirst = 51\nshare = 0.25\nwhich = "inner"\n';
  expect(answerRows(predict, '[answers]\nfirst = 1\nwhich = "left"\n', solution)).toEqual([
    { asked: 'How many?', yours: '1 query', solution: '51 queries' },
    { asked: 'Which part?', yours: 'No answer', solution: '0.25' },
    { asked: 'Which join?', yours: 'left', solution: 'inner' },
  ]);
});

test.each([review, predict])('a text that cannot be read has no rows', (form) => {
  expect(answerRows(form, '[[marks]\n', '')).toBeNull();
  expect(answerRows(form, '', 'answers = 3\nmarks = 3\n')).toBeNull();
});

test('each row says by sign and by word whether the answers are the same', () => {
  const table = answersTable(document, [
    { asked: 'How many?', yours: '2 queries', solution: '2 queries' },
    { asked: 'Which `join`?', yours: 'left', solution: 'inner' },
  ]);
  const cells = [...table.querySelectorAll('tbody td')].map((cell) => cell.textContent);
  expect(cells).toEqual(['=Same: 2 queries', '2 queries', '≠Different: left', 'inner']);
  expect(table.querySelector('code')?.textContent).toBe('join');
});
