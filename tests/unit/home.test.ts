import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type ApiName, nameOf, namesIn } from '../../src/build/api-names.ts';
import { placeOf, readCourse } from '../../src/build/course.ts';
import { applyFilter, drawProgress, type Filter } from '../../src/components/exercise-list.ts';
import { choicesOf } from '../../src/components/history-choices.ts';
import { changeWords, eventWords, timeWords } from '../../src/components/history-words.ts';
import type { Page, SearchIndex } from '../../src/components/search-index.ts';
import { findAll, nameHits, summaryOf } from '../../src/components/search-results.ts';
import { sinceWords } from '../../src/stores/since.ts';
import { readVisits, VISITS_KEY, visit } from '../../src/stores/visits.ts';
import { memory } from './stores-fake.ts';

describe('names in backticks', () => {
  test.each([
    ['select_related', 'select_related'],
    ['.select_related("customer")', 'select_related'],
    ['@cache_page(300)', 'cache_page'],
    ['ALLOWED_HOSTS', 'ALLOWED_HOSTS'],
    ['update()', 'update'],
    ['report.py', null],
    ['total', null],
    ['.env', null],
    ['None', null],
    ['X-Forwarded-For', null],
    ['/login/', null],
    ['order.customer', null],
  ])('%s is %s', (code, name) => {
    expect(nameOf(code)).toBe(name);
  });

  test('count when a library knows them and the exercise does not define them', () => {
    const known = new Set(['select_related', 'full_clean', 'order_report']);
    const text =
      '`order_report()` and `select_related`\n\n```py\n`full_clean`\n```\n`unknown_name`';
    expect([...namesIn(text, known, new Set(['order_report']))]).toEqual(['select_related']);
  });
});

describe('the course', () => {
  const course = readCourse();

  test('has every exercise once, in one line from the first to the last', () => {
    const slugs = course.flatMap(({ exercises }) => exercises.map(({ slug }) => slug));
    expect(new Set(slugs).size).toBe(slugs.length);
    const walked = [slugs[0]];
    for (;;) {
      const { next } = placeOf(walked.at(-1) ?? '', course);
      if (!next) break;
      walked.push(next.slug);
    }
    expect(walked).toEqual(slugs);
  });

  test('tells a place within the phase', () => {
    const orm = course.find(({ id }) => id === 'orm');
    const last = orm?.exercises.at(-1)?.slug ?? '';
    const total = orm?.exercises.length;
    expect(placeOf(last, course)).toMatchObject({ phase: 'The ORM', number: total, of: total });
  });
});

describe('visits', () => {
  const lesson = { path: 'orm/n-plus-one/', title: 'The N+1 problem', lesson: 'orm/n-plus-one' };
  const exercise = { path: 'exercises/n-plus-one/', title: 'The report', lesson: null };

  test('the last one is the way back, and lessons stay visited', () => {
    const storage = memory();
    visit(() => storage, lesson);
    visit(() => storage, exercise, new Date('2026-11-20T10:00:00Z'));
    const { last, lessons } = readVisits(() => storage);
    expect(last).toEqual({
      path: 'exercises/n-plus-one/',
      title: 'The report',
      at: '2026-11-20T10:00:00.000Z',
    });
    expect(Object.keys(lessons)).toEqual(['orm/n-plus-one']);
  });

  test.each([
    ['nothing', 'null'],
    ['no JSON', '{'],
    ['a script', { path: 'javascript:alert(1)', title: 'x', at: '2026-11-20' }],
    ['another site', { path: '//example.com/', title: 'x', at: '2026-11-20' }],
    ['no time', { path: 'exercises/', title: 'x', at: 'soon' }],
  ])('%s leads nowhere', (_, last) => {
    const text = typeof last === 'string' ? last : JSON.stringify({ format: 1, last });
    expect(readVisits(() => memory({ [VISITS_KEY]: text })).last).toBeNull();
  });

  test('a storage that throws is nobody, and stops nothing', () => {
    const open = () => {
      throw new DOMException('no', 'SecurityError');
    };
    expect(readVisits(open)).toEqual({ last: null, lessons: {} });
    expect(() => visit(open, lesson)).not.toThrow();
  });

  test.each([
    [new Date(2026, 10, 21, 0, 1), 'today'],
    [new Date(2026, 10, 20, 23, 59), 'yesterday'],
    [new Date(2026, 10, 18), '3 days ago'],
    [new Date(2026, 9, 31), '3 weeks ago'],
    [new Date(2026, 7, 21), '3 months ago'],
  ])('%s is %s', (date, words) => {
    expect(sinceWords(date.toISOString(), new Date(2026, 10, 21, 12))).toBe(words);
  });
});

describe('the list of exercises', () => {
  const { window, document } = parseHTML('<!doctype html><html><body></body></html>');
  beforeEach(() => void vi.stubGlobal('HTMLElement', window.HTMLElement));
  afterEach(() => vi.unstubAllGlobals());

  function list() {
    const row = (slug: string, kind: string, difficulty: number) =>
      `<li data-slug="${slug}" data-kind="${kind}" data-difficulty="${difficulty}"><i data-part="best"></i></li>`;
    const bar = '<div data-part="progress"><span></span></div>';
    document.body.innerHTML = `<main>${bar}
      <section data-phase>${bar}${row('a', 'queries', 1)}${row('b', 'models', 3)}</section>
      <section data-phase>${bar}${row('c', 'models', 2)}</section></main>`;
    const main = document.querySelector('main') as unknown as HTMLElement;
    drawProgress(
      main,
      JSON.stringify({
        exercises: {
          a: { passed: '2026', best: { got: 2, unit: 'queries' } },
          c: { passed: null, nearest: { points: { got: 45, of: 100 } } },
        },
      }),
    );
    return main;
  }
  const shownOf = (main: HTMLElement) =>
    [...main.querySelectorAll<HTMLElement>('[data-slug]')]
      .filter(({ hidden }) => !hidden)
      .map(({ dataset }) => dataset.slug);

  test('tells what is passed, by row, by phase and in all', () => {
    const main = list();
    expect(main.querySelector('[data-slug=a] [data-part=best]')?.textContent).toBe(
      'passed, 2 queries',
    );
    expect(main.querySelector('[data-slug=c] [data-part=best]')?.textContent).toBe(
      '45 of 100 points',
    );
    expect([...main.querySelectorAll('span')].map(({ textContent }) => textContent)).toEqual([
      '1 of 3 passed',
      '1 of 2 passed',
      '0 of 1 passed',
    ]);
  });

  test.each<[Partial<Filter>, string[]]>([
    [{}, ['a', 'b', 'c']],
    [{ open: true }, ['b', 'c']],
    [{ kind: 'models' }, ['b', 'c']],
    [{ kind: 'models', difficulty: '2' }, ['c']],
    [{ kind: 'queries', open: true }, []],
  ])('%o leaves %o', (filter, slugs) => {
    const main = list();
    const count = applyFilter(main, { kind: '', difficulty: '', open: false, ...filter });
    expect(shownOf(main)).toEqual(slugs);
    expect(count).toBe(slugs.length);
    const hidden = [...main.querySelectorAll<HTMLElement>('section')].map((each) => each.hidden);
    expect(hidden).toEqual([!slugs.some((slug) => slug !== 'c'), !slugs.includes('c')]);
  });
});

describe('the search', () => {
  const use = (kind: 'lesson' | 'exercise', title: string) => ({ kind, title, path: `${title}/` });
  const names: ApiName[] = [
    { name: 'prefetch_related', uses: [use('exercise', 'Two')] },
    { name: 'select_related', uses: [use('exercise', 'Two'), use('lesson', 'One')] },
    { name: 'select_for_update', uses: [use('exercise', 'Three')] },
  ];

  test.each([
    ['select_related("customer")', ['select_related', 'select_related']],
    ['.Select rel', ['select_related', 'select_related']],
    ['select', ['select_related', 'select_related', 'select_for_update']],
    ['related', ['select_related', 'select_related', 'prefetch_related']],
    ['s', []],
    ['nothing', []],
  ])('%s finds %o', (text, found) => {
    expect(nameHits(names, text, '/').map(({ title }) => title)).toEqual(found);
  });

  test('a name leads to the lesson before the exercise', () => {
    const [first] = nameHits(names, 'select_related', '/base/');
    expect(first).toMatchObject({ note: 'used in the lesson One', url: '/base/One/' });
  });

  const page = (url: string): Page => ({ url, meta: { title: url }, excerpt: 'words' });
  const index = (pages: SearchIndex['pages']): SearchIndex => ({
    base: '/',
    names: async () => names,
    pages,
  });
  beforeEach(() => {
    vi.stubGlobal(
      'DOMParser',
      class {
        parseFromString = (text: string) => ({ body: { textContent: text } });
      },
    );
  });
  afterEach(() => vi.unstubAllGlobals());

  test('groups what it finds, and says how much that is', async () => {
    const pages = [page('/exercises/two/'), page('/orm/one/'), page('/exercises/three/')];
    const found = await findAll(
      index(async () => pages),
      'update',
    );
    expect(found.groups.map(({ title, hits }) => [title, hits.length])).toEqual([
      ['API names', 1],
      ['Lessons', 1],
      ['Exercises', 2],
    ]);
    expect(summaryOf(found, 'update')).toBe('4 results: 1 API name, 1 lesson, 2 exercises.');
  });

  test('puts first what has the words in its title', async () => {
    const pages = [page('/orm/one/'), page('/exercises/two/')];
    const found = (text: string) =>
      findAll(
        index(async () => pages),
        text,
      );
    expect((await found('TWO')).groups.map(({ title }) => title)).toEqual(['Exercises', 'Lessons']);
    expect((await found('orm')).groups.map(({ title }) => title)).toEqual(['Lessons', 'Exercises']);
  });

  test('says when a part did not come, and shows the rest', async () => {
    const broken = index(() => Promise.reject(new Error('offline')));
    expect(summaryOf(await findAll(broken, 'update'), 'update')).toMatch(
      /^1 result: 1 API name\. A part of the search could not be loaded/,
    );
    const nothing = await findAll(
      index(async () => []),
      'xyz',
    );
    expect(summaryOf(nothing, 'xyz')).toBe('Nothing found for "xyz".');
  });
});

describe('the history in words', () => {
  test.each([
    [{ kind: 'run', queries: 225, error: null } as const, 'Ran: 225 queries'],
    [{ kind: 'run', queries: 1, error: null } as const, 'Ran: 1 query'],
    [{ kind: 'run', queries: 0, error: 'FieldError' } as const, 'Ran: FieldError'],
    [{ kind: 'check', passed: true } as const, 'Checked: passed'],
    [
      { kind: 'check', passed: false, points: { got: 45, of: 100 } } as const,
      'Checked: 45 of 100 points',
    ],
    [{ kind: 'reset' } as const, 'Before a reset'],
  ])('%o', (event, words) => {
    expect(eventWords(event)).toBe(words);
  });

  test('times are told by the day', () => {
    const now = new Date(2026, 10, 21, 0, 30).getTime();
    expect(timeWords(new Date(2026, 10, 21, 0, 5).getTime(), now)).toMatch(/^Today, 12:05\sAM$/);
    expect(timeWords(new Date(2026, 10, 20, 23, 55).getTime(), now)).toMatch(/^Yesterday, 11:55/);
    expect(timeWords(new Date(2026, 10, 2, 14, 0).getTime(), now)).toMatch(/^Nov 2, 2:00/);
  });

  test.each([
    [0, 0, 'The same as your text now.'],
    [1, 0, 'Restoring takes 1 line out.'],
    [0, 2, 'Restoring puts 2 lines in.'],
    [3, 1, 'Restoring takes 3 lines out and puts 1 line in.'],
  ])('%i out, %i in', (removed, added, words) => {
    expect(changeWords(removed, added)).toBe(words);
  });

  test('the solution is a choice only when it may be seen, and the text of now only once', () => {
    const event = { kind: 'typed' } as const;
    const versions = [
      { text: 'now', at: 2, event },
      { text: 'old', at: 1, event },
    ];
    const names = (solution: string | null) =>
      choicesOf({ now: 'now', starter: 's', solution, versions }).map(({ name }) => name);
    expect(names(null)).toEqual(['Your version now', 'The starter', 'While you typed']);
    expect(names('solved')).toContain('The solution');
  });
});
