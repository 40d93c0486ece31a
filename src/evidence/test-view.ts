import type { Implementation, TestResult, TestsExhibit } from '../runtime/exhibits.ts';
import { assertion } from './assertion.ts';
import { el } from './el.ts';
import { matrix, short, type Test } from './matrix.ts';
import { placeButton } from './place.ts';
import { facts, sign, type ViewOptions } from './view.ts';
import { counted, named } from './words.ts';

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
    { class: 'test-failure' },
    el(
      document,
      'p',
      { class: 'test-failure-head' },
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
          { class: 'test-failures' },
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
