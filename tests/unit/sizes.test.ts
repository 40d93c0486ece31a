import { parseHTML } from 'linkedom';
import { atom } from 'nanostores';
import { afterEach, describe, expect, it, test, vi } from 'vitest';
import { type Point, type Series, sizesSentence } from '../../src/comparison/size-points.ts';
import { createSizesView } from '../../src/comparison/size-view.ts';
import { createMeasure } from '../../src/components/workspace-measure.ts';
import type { Activity } from '../../src/components/workspace-session.ts';
import type { Exercise } from '../../src/runtime/exercise.ts';
import type { RunRequest } from '../../src/runtime/protocol.ts';
import type { Outcome } from '../../src/runtime/state.ts';
import { silent } from './evidence-reports.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');

const at = (size: number, queries: number, ms = size / 10): Point => ({
  size,
  end: { kind: 'measured', queries, ms },
});
const late = (size: number): Point => ({ size, end: { kind: 'too_long', seconds: 10 } });

describe('the sentence', () => {
  it.each<[string | null, Point[], Point[]]>([
    [null, [], []],
    [null, [at(10, 5)], []],
    ['2 queries at every size.', [at(10, 2), at(100, 2), at(1000, 2)], []],
    ['1 query at every size.', [at(10, 1), at(100, 1)], []],
    [
      'Queries grow with the data: 10 times the orders, 10 times the queries.',
      [at(10, 52), at(100, 467), at(1000, 4734)],
      [],
    ],
    [
      'Queries grow faster than the data: 10 times the orders, 100 times the queries.',
      [at(10, 100), at(100, 10_000)],
      [],
    ],
    [
      'Queries grow, but slower than the data: 10 times the orders, 3 times the queries.',
      [at(10, 10), at(100, 30)],
      [],
    ],
    ['About 42 queries, hardly more with more data.', [at(10, 41), at(100, 42)], []],
    [
      '2 queries at every size. With 10,000 orders it took longer than 10 s.',
      [at(10, 2), at(100, 2), at(1000, 2), late(10_000)],
      [],
    ],
    [
      'Queries grow with the data: 10 times the orders, 10 times the queries. The solution: 2 queries at every size.',
      [at(10, 10), at(100, 100)],
      [at(10, 2), at(100, 2)],
    ],
  ])('%s', (sentence, yours, solution) => {
    expect(sizesSentence({ yours, solution }, 'orders')).toBe(sentence);
  });
});

describe('measuring', () => {
  const exercise = {
    entry: 'main.py',
    seed: { size: 50, number: 7 },
    starter: { 'a.py': 'starter' },
    solution: { 'a.py': 'solved' },
  } as unknown as Exercise;

  /** A runtime whose answers come when told, and that is stopped by the signal. */
  function started(passed = false) {
    const $activity = atom<Activity>({ kind: 'idle' });
    const asked: { request: RunRequest; end: (outcome: Outcome) => void }[] = [];
    const measure = createMeasure({
      exercise,
      $activity,
      passed: () => passed,
      runtime: {
        measure: (request, _, signal) =>
          new Promise((end) => {
            asked.push({ request, end });
            signal.addEventListener('abort', () => end({ kind: 'stopped' }));
          }),
      },
    });
    const next = async (outcome: Outcome = { kind: 'report', report: silent }) => {
      const count = asked.length;
      await vi.waitFor(() => expect(asked.length).toBeGreaterThan(0));
      asked[count - 1]?.end(outcome);
      await new Promise((resolve) => setTimeout(resolve, 1));
    };
    const what = () => asked.map(({ request }) => [request.files['a.py'], request.seed.size]);
    return { measure, asked, next, what, $activity };
  }
  const begin = async (some: ReturnType<typeof started>) => {
    void some.measure.measure({ 'a.py': 'mine' });
    await vi.waitFor(() => expect(some.asked).toHaveLength(1));
  };

  test('goes up the sizes, with the seed of the exercise', async () => {
    const some = started();
    await begin(some);
    for (let count = 0; count < 4; count++) await some.next();
    expect(some.what()).toEqual([10, 100, 1000, 10_000].map((size) => ['mine', size]));
    expect(some.asked[2]?.request.seed).toEqual({ size: 1000, number: 7 });
    const { now, series } = some.measure.$sizes.get();
    expect([now, series.yours.length, series.solution.length]).toEqual([null, 4, 0]);
  });

  test('leaves larger sizes out after one that took too long', async () => {
    const some = started();
    await begin(some);
    await some.next();
    await some.next({ kind: 'timed_out', seconds: 10 });
    const { now, series } = some.measure.$sizes.get();
    expect(now).toBeNull();
    expect(series.yours.map(({ end }) => end.kind)).toEqual(['measured', 'too_long']);
  });

  test('measures the solution beside, once passed, and only once', async () => {
    const some = started(true);
    await begin(some);
    for (let count = 0; count < 8; count++) await some.next();
    expect(some.what().slice(0, 3)).toEqual([
      ['mine', 10],
      ['solved', 10],
      ['mine', 100],
    ]);
    void some.measure.measure({ 'a.py': 'other' });
    await vi.waitFor(() => expect(some.asked).toHaveLength(9));
    for (let count = 0; count < 4; count++) await some.next();
    expect(some.what().slice(8)).toEqual([10, 100, 1000, 10_000].map((size) => ['other', size]));
  });

  test('waits for a run of the learner, and takes the same size again', async () => {
    const some = started();
    await begin(some);
    some.$activity.set({ kind: 'busy', what: 'run' });
    await some.next({ kind: 'stopped' });
    expect(some.asked).toHaveLength(1);
    some.$activity.set({ kind: 'idle' });
    await vi.waitFor(() => expect(some.asked).toHaveLength(2));
    expect(some.what()[1]).toEqual(['mine', 10]);
  });

  test('stops when it is told to, and keeps what it has', async () => {
    const some = started();
    await begin(some);
    await some.next();
    some.measure.stop();
    await new Promise((resolve) => setTimeout(resolve, 5));
    const { now, series } = some.measure.$sizes.get();
    expect([now, series.yours.length, some.asked.length]).toEqual([null, 1, 2]);
  });
});

describe('the view', () => {
  afterEach(() => document.body.replaceChildren());

  function mounted() {
    const host = document.createElement('div');
    document.body.append(host);
    const view = createSizesView(host, {
      grows: 'orders',
      seconds: 10,
      measure: () => undefined,
      stop: () => undefined,
    });
    const text = (selector: string) => host.querySelector(selector)?.textContent ?? '';
    return { host, view, text };
  }
  const none: Series = { yours: [], solution: [] };
  const some: Series = { yours: [at(10, 52), at(100, 467), late(1000)], solution: [at(10, 2)] };

  test('says what it will do before it does', () => {
    const { host, view, text } = mounted();
    view.draw({ series: none, now: null, stale: false });
    expect(text('.size-note')).toContain('10, 100, 1,000 and 10,000 orders');
    expect(host.querySelector('table')).toBeNull();
  });

  test('has the figures in a table and each point in the charts', () => {
    const { host, view, text } = mounted();
    view.draw({ series: some, now: null, stale: false });
    const rows = [...host.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent.replaceAll('\u00a0', ' ')),
    );
    expect(rows).toEqual([
      ['10', '52', '1.0 ms', '2', '1.0 ms'],
      ['100', '467', '10 ms', '–', '–'],
      ['1,000', '–', 'over 10 s', '–', '–'],
      ['10,000', '–', '–', '–', '–'],
    ]);
    expect(host.querySelectorAll('circle')).toHaveLength(4);
    expect(host.querySelectorAll('rect')).toHaveLength(2);
    expect(host.querySelectorAll('.size-out')).toHaveLength(1);
    expect(text('.size-note')).toBe('Of the code in the editor.');
  });

  test('announces the end once, and says when the code has changed since', () => {
    const { host, view, text } = mounted();
    view.draw({ series: none, now: { whose: 'yours', size: 10 }, stale: false });
    expect(text('.size-note')).toBe('Your code with 10 orders …');
    expect(text('[role=status]')).toBe('Measuring');
    const buttons = [...host.querySelectorAll<HTMLButtonElement>('button')];
    expect(buttons.map(({ hidden }) => hidden)).toEqual([true, false]);
    view.draw({ series: some, now: null, stale: false });
    expect(text('[role=status]')).toContain('Queries grow');
    view.draw({ series: some, now: null, stale: true });
    expect(text('.size-note')).toBe('These are of an earlier version of your code.');
  });
});
