import { type Mark, type Predictions, readMarks, readPredictions } from '../answers/toml.ts';
import { amount, figure, measure } from '../evidence/amounts.ts';
import { type Child, el } from '../evidence/el.ts';
import { prose } from '../evidence/prose.ts';
import type { Form } from '../runtime/exercise.ts';

/** One thing that was asked, and what both said. */
export interface AnswerRow {
  asked: string;
  yours: string;
  solution: string;
}

type Of<Kind extends Form['kind']> = Extract<Form, { kind: Kind }>;

function reviewRows({ reasons }: Of<'review'>, yours: Mark[], solution: Mark[]): AnswerRow[] {
  const key = ({ file, line }: Mark) => `${file}, line ${figure(line)}`;
  const words = (marks: Mark[], asked: string) => {
    const mark = marks.find((each) => key(each) === asked);
    if (!mark) return 'Not marked';
    return reasons.find(({ id }) => id === mark.reason)?.text ?? 'Marked without a reason';
  };
  const all = [...solution, ...yours];
  const sorted = all.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
  return [...new Set(sorted.map(key))].map((asked) => ({
    asked,
    yours: words(yours, asked),
    solution: words(solution, asked),
  }));
}

function predictRows(
  { questions }: Of<'predict'>,
  yours: Predictions,
  solution: Predictions,
): AnswerRow[] {
  return questions.map(({ id, text, unit }) => {
    const words = (answer: number | string | undefined) => {
      if (answer === undefined) return 'No answer';
      if (typeof answer === 'string') return answer;
      return unit ? amount(answer, unit) : measure(answer);
    };
    return { asked: text, yours: words(yours[id]), solution: words(solution[id]) };
  });
}

/** What was asked, with both answers; null when one of the texts cannot be read. */
export function answerRows(
  form: Of<'review'> | Of<'predict'>,
  yours: string,
  solution: string,
): AnswerRow[] | null {
  if (form.kind === 'review') {
    const [mine, theirs] = [readMarks(yours), readMarks(solution)];
    if (mine.kind === 'broken' || theirs.kind === 'broken') return null;
    return reviewRows(form, mine.value, theirs.value);
  }
  const [mine, theirs] = [readPredictions(yours), readPredictions(solution)];
  if (mine.kind === 'broken' || theirs.kind === 'broken') return null;
  return predictRows(form, mine.value, theirs.value);
}

/** The answers side by side; a sign and a hidden word say where they differ. */
export function answersTable(document: Document, rows: readonly AnswerRow[]): HTMLElement {
  const head = (...content: Child[]) => el(document, 'th', { scope: 'col' }, ...content);
  return el(
    document,
    'table',
    { class: 'answers-table' },
    el(document, 'caption', { class: 'sr-only' }, 'Your answers and those of the solution'),
    el(
      document,
      'thead',
      {},
      el(document, 'tr', {}, head('Asked'), head('Yours'), head('Solution')),
    ),
    el(
      document,
      'tbody',
      {},
      ...rows.map(({ asked, yours, solution }) => {
        const same = yours === solution;
        return el(
          document,
          'tr',
          { class: same ? 'answer-same' : 'answer-other' },
          el(document, 'th', { scope: 'row' }, ...prose(document, asked)),
          el(
            document,
            'td',
            {},
            el(document, 'span', { class: 'answer-sign', 'aria-hidden': 'true' }, same ? '=' : '≠'),
            el(document, 'span', { class: 'sr-only' }, same ? 'Same: ' : 'Different: '),
            el(document, 'span', {}, ...prose(document, yours)),
          ),
          el(document, 'td', {}, ...prose(document, solution)),
        );
      }),
    ),
  );
}
