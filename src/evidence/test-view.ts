import type { Implementation, TestResult, TestsExhibit } from '../runtime/exhibits.ts';
import { assertion } from './assertion.ts';
import { el } from './el.ts';
import { placeButton } from './place.ts';
import { facts, type Shape, sign, type ViewOptions } from './view.ts';
import { counted, named } from './words.ts';

type Test = TestsExhibit['tests'][number];

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

function short(name: string): string {
  const [word = '', number = ''] = name.split(' ');
  return `${word.charAt(0)}${number}`;
}

function matrix(document: Document, { implementations, tests, title }: TestsExhibit): HTMLElement {
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

interface Failure {
  test: Test;
  result: TestResult;
}

function failuresOn(tests: readonly Test[], index: number): Failure[] {
  return tests.flatMap((test) =>
    test.results
      .filter((result) => result.on === index && result.outcome !== 'passed')
      .map((result) => ({ test, result })),
  );
}

function failure(document: Document, { test, result }: Failure, entry: string | null) {
  return el(
    document,
    'li',
    { class: 'failure' },
    el(
      document,
      'p',
      { class: 'failure-head' },
      el(document, 'code', {}, test.name),
      el(document, 'span', {}, result.outcome),
      result.place ? placeButton(document, named(result.place, entry)) : null,
    ),
    result.message === '' ? null : assertion(document, result.message),
  );
}

function implementationItem(
  document: Document,
  on: Implementation,
  failures: readonly Failure[],
  entry: string | null,
): HTMLElement {
  const noticed = failures.filter(({ result }) => result.noticed);
  const right = on.flaw === '';
  const good = on.trouble === '' && (right ? failures.length === 0 : noticed.length > 0);
  const word = right
    ? good
      ? 'all pass'
      : on.trouble === ''
        ? `${failures.length} not passed`
        : 'no result'
    : good
      ? `noticed by ${counted(noticed.length, 'test')}`
      : 'not noticed';
  const head = [
    el(document, 'span', { class: 'implementation-short' }, short(on.name)),
    el(document, 'span', { class: 'implementation-name' }, right ? 'Code that is right' : on.flaw),
    el(
      document,
      'span',
      { class: `implementation-word matrix-${good ? 'good' : 'bad'}` },
      sign(document, good ? (right ? 'check' : 'diamond') : 'cross'),
      word,
    ),
  ];
  const body = [
    on.trouble === '' ? null : el(document, 'p', { class: 'visit-trouble' }, on.trouble),
    failures.length > 0
      ? el(
          document,
          'ol',
          { class: 'failures' },
          ...failures.map((each) => failure(document, each, entry)),
        )
      : null,
  ];
  return el(
    document,
    'li',
    {},
    failures.length > 0 || on.trouble !== ''
      ? el(
          document,
          'details',
          { class: 'implementation', open: right },
          el(document, 'summary', {}, ...head),
          el(document, 'div', { class: 'implementation-body' }, ...body),
        )
      : el(document, 'div', { class: 'implementation implementation-plain' }, ...head),
  );
}

/** The learner's tests on each implementation: a matrix, and below it what was noticed, with the failures. */
export function testView(
  document: Document,
  exhibit: TestsExhibit,
  { entry }: ViewOptions,
): HTMLElement {
  const { implementations, tests } = exhibit;
  const on = implementations.map((each, index) => ({ each, failures: failuresOn(tests, index) }));
  const broken = on.filter(({ each }) => each.flaw !== '');
  const noticed = broken.filter(({ failures }) => failures.some(({ result }) => result.noticed));
  return el(
    document,
    'div',
    { class: 'view' },
    facts(
      document,
      counted(tests.length, 'test'),
      `${counted(implementations.length - broken.length, 'version')} that ${implementations.length - broken.length === 1 ? 'is' : 'are'} right`,
      `${noticed.length} of ${counted(broken.length, 'mistake')} noticed`,
    ),
    tests.length > 0 ? matrix(document, exhibit) : null,
    tests.length > 0
      ? el(
          document,
          'p',
          { class: 'legend' },
          el(document, 'span', {}, 'R: code that is right'),
          el(document, 'span', {}, 'M: code with a mistake'),
          el(document, 'span', {}, sign(document, 'check'), 'passed'),
          el(document, 'span', {}, sign(document, 'diamond'), 'noticed the mistake'),
          el(document, 'span', {}, sign(document, 'cross'), 'failed'),
        )
      : null,
    el(
      document,
      'ol',
      { class: 'implementations', 'aria-label': 'Code under test' },
      ...on.map(({ each, failures }) => implementationItem(document, each, failures, entry)),
    ),
  );
}
