import type { Implementation, TestResult, TestsExhibit } from '../runtime/exhibits.ts';
import { el } from './el.ts';
import { type Shape, sign } from './view.ts';

export type Test = TestsExhibit['tests'][number];

interface Told {
  word: string;
  shape: Shape;
  tone: 'good' | 'bad' | 'plain';
}

/** What a result means: a failure is good news where there is a mistake, and bad where there is none. */
function meaning(result: TestResult | undefined, on: Implementation): Told {
  if (!result) return { word: 'not run', shape: 'dash', tone: 'plain' };
  if (result.noticed) return { word: 'noticed', shape: 'diamond', tone: 'good' };
  if (result.outcome === 'passed') {
    return { word: 'passed', shape: 'check', tone: on.flaw === '' ? 'good' : 'plain' };
  }
  return { word: result.outcome, shape: 'cross', tone: 'bad' };
}

/** `R1`, `M3`: where there is no room for more. */
export function short(name: string): string {
  const [word = '', number = ''] = name.split(' ');
  return `${word.charAt(0)}${number}`;
}

/** Each test on each implementation, as a table of signs. */
export function matrix(
  document: Document,
  { implementations, tests, title }: TestsExhibit,
): HTMLElement {
  const cell = (test: Test, on: Implementation, index: number) => {
    const result = test.results.find((each) => each.on === index);
    const { word, shape, tone } = meaning(result, on);
    return el(
      document,
      'td',
      { class: `matrix-cell matrix-${tone}` },
      sign(document, shape),
      el(document, 'span', { class: 'sr-only' }, word),
    );
  };
  return el(
    document,
    'div',
    { class: 'matrix-scroll', tabindex: 0, role: 'group', 'aria-label': title },
    el(
      document,
      'table',
      { class: 'matrix' },
      el(
        document,
        'thead',
        {},
        el(
          document,
          'tr',
          {},
          el(document, 'th', { scope: 'col' }, 'Test'),
          ...implementations.map(({ name, flaw }) =>
            el(
              document,
              'th',
              { scope: 'col', class: flaw === '' ? 'matrix-right' : null },
              el(document, 'span', { 'aria-hidden': 'true' }, short(name)),
              el(document, 'span', { class: 'sr-only' }, flaw === '' ? name : `${name}: ${flaw}`),
            ),
          ),
        ),
      ),
      el(
        document,
        'tbody',
        {},
        ...tests.map((test) =>
          el(
            document,
            'tr',
            {},
            el(document, 'th', { scope: 'row' }, el(document, 'code', {}, test.name)),
            ...implementations.map((on, index) => cell(test, on, index)),
          ),
        ),
      ),
    ),
  );
}
