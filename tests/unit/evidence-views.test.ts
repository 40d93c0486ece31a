/** The views of exhibits that real gradings made; `exhibits.json` holds them, cut to what is looked at. */
import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { expect, test, vi } from 'vitest';
import { comparedIn } from '../../src/evidence/assertion.ts';
import { attach } from '../../src/evidence/behavior.ts';
import { keysOf } from '../../src/evidence/cache-view.ts';
import { laidOut } from '../../src/evidence/http-view.ts';
import { lanesOf, span } from '../../src/evidence/lanes.ts';
import { meaningOf, worst } from '../../src/evidence/locks.ts';
import { fieldsOf } from '../../src/evidence/log-view.ts';
import { renderReport } from '../../src/evidence/render.ts';
import type {
  CacheExhibit,
  Exhibit,
  HttpExhibit,
  Lock,
  LogsExhibit,
  MigrationsExhibit,
  RaceExhibit,
  TasksExhibit,
  TestsExhibit,
} from '../../src/runtime/exhibits.ts';
import { parseReport } from '../../src/runtime/parse-report.ts';
import { almost, silent } from './evidence-reports.ts';

const { document, Element } = parseHTML('<!doctype html><html><body></body></html>');
vi.stubGlobal('Element', Element);

interface Recorded {
  http: HttpExhibit;
  migrations: MigrationsExhibit;
  cache: CacheExhibit;
  tasks: TasksExhibit;
  logs: LogsExhibit;
  tests: TestsExhibit;
  race: RaceExhibit;
}

const recorded: Recorded = JSON.parse(
  readFileSync(new URL('./exhibits.json', import.meta.url), 'utf8'),
);

function shown(exhibit: Exhibit): Element {
  const root = renderReport(document, { ...almost, exhibits: [exhibit] }, { id: 'r' });
  const panel = root.querySelector('#r-panel-exhibit-0');
  if (!panel) throw new Error('There is no panel.');
  return panel;
}

const texts = (root: Element, selector: string) =>
  [...root.querySelectorAll(selector)].map((node) => (node.textContent ?? '').trim());

test('what gradings made is what a report may hold', () => {
  const exhibits = Object.values(recorded);
  expect(parseReport(JSON.stringify({ ...almost, exhibits })).exhibits).toEqual(exhibits);
});

test('each view has a name, no control without words, and no markup of the report', () => {
  for (const exhibit of Object.values(recorded)) {
    const root = shown(exhibit);
    expect(root.querySelector('ol[aria-label], [role=group][aria-label]')).not.toBeNull();
    for (const control of root.querySelectorAll('button, summary')) {
      expect(control.textContent?.trim()).not.toBe('');
    }
  }
});

test('requests: who asked what, how it ended, and what was demanded', () => {
  const root = shown(recorded.http);
  expect(texts(root, '.view-facts li').slice(0, 2)).toEqual(['3 requests', '2 not as demanded']);
  expect(texts(root, '.visit-status')).toEqual(['200 OK', '', '200 OK', '403 refused']);
  expect(root.querySelector('.visit-what')?.textContent).toContain('/orders/2/Anna');
  expect(texts(root, '.visit-wrong')[0]).toBe('It answered 200, not 404.');
  // The first that is not as demanded is open, and only that.
  const open = [...root.querySelectorAll('details')].map((each) => each.hasAttribute('open'));
  expect(open).toEqual([true, false, false, false]);
  expect(root.querySelector('.view-source')?.textContent).toContain('\n  "id": 2,');
});

test('a body is laid out when it is JSON, and is never markup', () => {
  expect(laidOut('{"a":[1]}')).toBe('{\n  "a": [\n    1\n  ]\n}');
  expect(laidOut('{"a":')).toBe('{"a":');
  const [visit] = recorded.http.visits;
  if (!visit) throw new Error('There is no visit.');
  const page = { headers: [], body: '<h1>Hi</h1>', cut: 7 };
  const root = shown({ ...recorded.http, visits: [{ ...visit, response: page }] });
  expect(root.querySelector('h1')).toBeNull();
  expect(texts(root, '.view-source')).toEqual(['<h1>Hi</h1>']);
  expect(root.textContent).toContain('7 more characters not shown');
});

test('an exception is told with its line, which can be gone to', () => {
  const [visit] = recorded.http.visits;
  if (!visit) throw new Error('There is no visit.');
  const place = { file: 'views.py', line: 9, scope: 'order' };
  const trouble = 'ZeroDivisionError: division by zero';
  const root = shown({
    ...recorded.http,
    visits: [{ ...visit, status: 500, trouble, place, wrong: [] }],
  });
  expect(texts(root, '.visit-status')).toEqual(['500 server error']);
  expect(root.querySelector('.visit-trouble .place')?.textContent).toBe('views.py, line 9');
});

test('migrations: both databases, the locks, and the rows', () => {
  const root = shown(recorded.migrations);
  expect(texts(root, 'h3')).toEqual(['SQLite, which ran it', 'PostgreSQL, shown only']);
  const [sqlite, postgres] = texts(root, 'pre.sql');
  expect(sqlite).toContain('CREATE TABLE "new__orders_order"');
  expect(postgres).toContain('ALTER TABLE "orders_order" ADD COLUMN "region"');
  expect(texts(root, '.lock-chip')).toEqual(['blocks reads and writes for a moment']);
  expect(texts(root, '.migration-note')).toContain(
    'Others wrote meanwhile: 2 of 3 rows refused. IntegrityError: NOT NULL constraint failed: orders_order.region',
  );
  expect(texts(root, '.migration-name')).toEqual([
    '0002_order_region',
    '0003_fill_region',
    'All the way back',
  ]);
});

test('a migration for PostgreSQL alone says so, and one for SQLite alone has no other side', () => {
  const change = (sides: { sqlite: string[] | null; postgres: string[] | null }) => {
    const [first] = recorded.migrations.migrations;
    if (!first) throw new Error('There is no migration.');
    const operations = first.operations.map((each) => ({ ...each, ...sides }));
    return shown({ ...recorded.migrations, migrations: [{ ...first, operations }] });
  };
  const beside = change({ sqlite: null, postgres: ['CREATE INDEX CONCURRENTLY i;'] });
  expect(texts(beside, '.exchange')[0]).toBe('SQLite, which ran itIt cannot run this migration.');
  const alone = change({ sqlite: ['CREATE INDEX i;'], postgres: null });
  expect(texts(alone, 'h3')).toEqual(['SQLite, which ran it']);
});

test('of several locks the one that others feel most is told first', () => {
  const lock = (mode: string, rewrites: boolean, scans: boolean): Lock => ({
    action: mode,
    mode,
    blocks: 'writes',
    rewrites,
    scans,
    sentence: '',
  });
  const quick = lock('ACCESS EXCLUSIVE', false, false);
  const slow = lock('ACCESS EXCLUSIVE', true, false);
  expect(worst([lock('SHARE', false, true), quick, slow])).toBe(slow);
  expect(worst([])).toBeNull();
  expect(meaningOf(slow)).toBe('blocks writes while it rewrites the table');
  expect(meaningOf(lock('', false, false))).toBe('blocks nothing');
});

test('the cache: hits and misses by key, and a second caller', () => {
  const root = shown(recorded.cache);
  expect(texts(root, '.view-facts li')).toEqual([
    '5 hits',
    '3 misses',
    '63% found',
    '3 values stored',
    '2 keys',
  ]);
  expect(root.querySelectorAll('.cache-tick')).toHaveLength(11);
  expect(root.querySelector('.cache-strip')?.getAttribute('aria-label')).toContain('11 operations');
  expect(texts(root, '.cache-who')).toEqual(['caller 1', 'caller 1', 'caller 1', 'caller 2']);
  expect(texts(root, '.view-fold summary')).toEqual([
    'The second caller came at 3 moments: computed up to 2 times',
  ]);
  expect([...keysOf(recorded.cache.steps).values()]).toEqual([1, 2]);
});

test('tasks: a lane for each message, and what came twice', () => {
  const root = shown(recorded.tasks);
  expect(texts(root, '.view-facts li')).toEqual([
    '3 tasks sent',
    '4 attempts',
    '4 succeeded',
    '1 delivered again',
  ]);
  const last = recorded.tasks.steps.at(-1);
  expect(lanesOf(last?.runs ?? [])).toHaveLength(1);
  expect(root.querySelectorAll('.lane-again')).toHaveLength(1);
  expect(texts(root, 'tbody tr').at(-1)).toBe(
    '10.2 s0.1 ssucceeded, delivered againsend_invoice(3)',
  );
});

test.each([
  [0, '0 s'],
  [0.14, '0.1 s'],
  [60.4, '60 s'],
  [1433.1, '24 min'],
  [10_800, '3 h'],
])('%d s of the worker is %s', (seconds, words) => {
  expect(span(seconds)).toBe(words);
});

test('logs: fields of a line of JSON, and the line itself on demand', () => {
  const root = shown(recorded.logs);
  expect(texts(root, '.log-level')).toEqual(['INFO', 'ERROR', 'DEBUG']);
  expect(texts(root, '.log-out dt')).toContain('request_id');
  expect(texts(root, '.log-exception')).toEqual(['ValueError: page 9 is missing']);
  expect(root.textContent).toContain('Nothing came out.');
  expect(fieldsOf('[1]')).toBeNull();
  expect(fieldsOf('{"a": [1], "b": "x"}')).toEqual([
    { name: 'a', value: '[1]' },
    { name: 'b', value: 'x' },
  ]);
});

test('a run that logged has its records in a tab, to be filtered by level', () => {
  const logs = recorded.logs.records.map((record) => ({ ...record, lines: null }));
  const quiet = renderReport(document, silent, { id: 'r' });
  expect(quiet.querySelector('#r-tab-logs')).toBeNull();
  const root = renderReport(document, { ...silent, logs }, { id: 'r' });
  expect(root.querySelector('#r-tab-logs')?.textContent).toBe('Logs (3)');
  const host = document.createElement('div');
  host.append(root);
  const detach = attach(host as unknown as HTMLElement);
  const press = (level: string) =>
    root
      .querySelector(`.log-filter[data-level="${level}"]`)
      ?.dispatchEvent(new (document.defaultView?.Event ?? Event)('click', { bubbles: true }));
  press('ERROR');
  const hidden = () =>
    [...root.querySelectorAll<HTMLElement>('.log')].map((record) => record.hidden);
  expect(hidden()).toEqual([true, false, true]);
  expect(root.querySelector('[aria-pressed=true]')?.textContent).toBe('ERROR (1)');
  press('');
  expect(hidden()).toEqual([false, false, false]);
  detach();
});

test('tests: which one noticed which mistake, with what it got', () => {
  const root = shown(recorded.tests);
  expect(texts(root, 'thead .sr-only')).toEqual([
    'Right 1',
    'Right 2',
    'Mistake 1: An order of exactly 50.00 got no discount.',
    "Mistake 4: The product's stock never went down in the database.",
  ]);
  expect(texts(root, 'tbody tr:first-child td')).toEqual(['passed', 'passed', 'noticed', 'passed']);
  expect(texts(root, '.implementation-word')).toEqual([
    'all pass',
    'all pass',
    'noticed by 1 test',
    'noticed by 1 test',
  ]);
  expect(texts(root, '.diff-line code').slice(0, 2)).toEqual([
    "Decimal('54.90')",
    "Decimal('49.90')",
  ]);
});

test('a failed comparison is read, and nothing else is taken for one', () => {
  expect(comparedIn('assert 3 == 1\n +  where 3 = f()')).toEqual({
    got: '3',
    expected: '1',
    rest: [' +  where 3 = f()'],
  });
  expect(comparedIn("assert 'a == b' == 'c'")).toBeNull();
  expect(comparedIn('ValueError: no')).toBeNull();
});

test('a race: two lanes, and where one wrote over the other', () => {
  const root = shown(recorded.race);
  expect(texts(root, '.race-caller')).toEqual(['A', 'B', 'B', 'B', 'B', 'A', 'A', 'A']);
  expect(root.querySelectorAll('.race-b')).toHaveLength(4);
  expect(texts(root, '.race-wrong .race-note')).toEqual([
    'Lost update: this writes what was worked out before the other wrote.',
  ]);
  expect(texts(root, '.race-state')[0]).toMatch(/^Left, which must not be: \{'stock': 0/);
});
