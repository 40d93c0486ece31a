import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import {
  defaultPair,
  figureRows,
  pairSentence,
  sameResult,
  shapeRows,
} from '../../src/comparison/run-facts.ts';
import { createRunsView } from '../../src/comparison/runs-view.ts';
import type { Files } from '../../src/runtime/protocol.ts';
import type { Report } from '../../src/runtime/report.ts';
import type { Outcome } from '../../src/runtime/state.ts';
import { type KeptRun, openRuns, weightOf } from '../../src/stores/runs.ts';
import { nPlusOne, silent } from './evidence-reports.ts';

const { document, window } = parseHTML('<!doctype html><html><body></body></html>');

const done = (report: Report): Outcome => ({ kind: 'report', report });
const noon = () => new Date('2026-03-01T12:00:00Z');
const files = { 'report.py': 'slow' };

function opened(room = { runs: 40, weight: 1e9 }) {
  const runs = openRuns(files, nPlusOne(300), room, noon);
  const add = (outcome: Outcome, kind: 'run' | 'grading' = 'run', text = 'fast') =>
    runs.add(kind, { 'report.py': text }, outcome);
  const at = (index: number): KeptRun => {
    const run = runs.$runs.get().at(index);
    if (!run) throw new Error(`no run ${index}`);
    return run;
  };
  return { runs, add, at };
}

const numbers = (runs: readonly KeptRun[]) => runs.map(({ number }) => number);

describe('the runs of a visit', () => {
  test('begin with the recorded starter and are counted from 1', () => {
    const { runs, add } = opened();
    add(done(silent));
    add({ kind: 'stopped' }, 'grading');
    const kinds = runs.$runs.get().map(({ number, kind, at }) => [number, kind, at?.getTime()]);
    expect(kinds).toEqual([
      [0, 'starter', undefined],
      [1, 'run', noon().getTime()],
      [2, 'grading', noon().getTime()],
    ]);
  });

  test('beyond the room, the oldest in the middle go', () => {
    const { runs, add } = opened({ runs: 4, weight: 1e9 });
    for (let count = 0; count < 6; count++) add(done(silent));
    expect(numbers(runs.$runs.get())).toEqual([0, 4, 5, 6]);
  });

  test('heavy ones go by weight, but never the first and the last', () => {
    const heavy = nPlusOne(3000);
    const room = { runs: 40, weight: 2.5 * weightOf({ outcome: done(heavy), files }) };
    const { runs, add } = opened(room);
    for (let count = 0; count < 4; count++) add(done(heavy));
    expect(numbers(runs.$runs.get())).toEqual([0, 3, 4]);
    add(done(nPlusOne(20_000)));
    expect(numbers(runs.$runs.get())).toEqual([0, 5]);
  });

  test('the weight is near that of the report as JSON', () => {
    const report = nPlusOne(2000);
    const ratio = weightOf({ outcome: done(report), files }) / JSON.stringify(report).length;
    expect(ratio).toBeGreaterThan(0.7);
    expect(ratio).toBeLessThan(2);
  });
});

describe('two runs', () => {
  test('that nobody chose are the first and the latest of a kind', () => {
    const { runs, add, at } = opened();
    expect(defaultPair(runs.$runs.get())).toBeNull();
    add(done(silent));
    add(done(silent), 'grading');
    expect(defaultPair(runs.$runs.get())).toEqual({ before: at(0), after: at(2) });
    add(done(silent));
    expect(defaultPair(runs.$runs.get())).toEqual({ before: at(0), after: at(3) });
    add(done(silent), 'grading');
    expect(defaultPair(runs.$runs.get())).toEqual({ before: at(2), after: at(4) });
  });

  const printed = { ...nPlusOne(3), query_count: 1 };
  const failed = {
    ...silent,
    error: { type: 'KeyError', message: '', frames: [], hint: null, causes: [] },
  };
  const check = { title: '', message: '', place: null, measured: null, advice: null, points: null };
  const graded = (...statuses: ('passed' | 'failed')[]): Report => ({
    ...silent,
    kind: 'grading',
    checks: statuses.map((status) => ({ ...check, status })),
  });
  it.each<[string, Outcome, 'run' | 'grading']>([
    ['301 → 1 queries, same result.', done(printed), 'run'],
    ['301 → 0 queries, another result.', done(silent), 'run'],
    ['301 queries both times, same result.', done(nPlusOne(300)), 'run'],
    ['301 → 0 queries, but run 1 ended in an error.', done(failed), 'run'],
    ['Run 1 was stopped, so there is only code to compare.', { kind: 'stopped' }, 'run'],
    [
      'Run 1 took longer than 10 seconds, so there is only code to compare.',
      { kind: 'timed_out', seconds: 10 },
      'run',
    ],
    [
      'A run and a check: they work on different data, so their numbers do not compare.',
      done(graded('passed')),
      'grading',
    ],
  ])('are told apart: %s', (sentence, outcome, kind) => {
    const { add, at } = opened();
    add(outcome, kind);
    expect(pairSentence({ before: at(0), after: at(1) })).toBe(sentence);
  });

  const table = (more: number | null, cell = 'a'): Report => ({
    ...silent,
    value: { kind: 'table', columns: ['name'], rows: [[cell]], more },
  });
  it.each<[string, Report]>([
    ['more rows', table(200)],
    ['rows that nobody counted', table(null)],
    ['a text that is cut', table(0, 'abc…')],
    ['output that is cut', { ...silent, output_cut: 7 }],
  ])('with %s are the same only as far as that is shown', (_, report) => {
    const { add, at } = opened();
    add(done(report));
    add(done(report));
    const sentence = pairSentence({ before: at(1), after: at(2) });
    expect(sentence).toBe('0 queries both times, same result as far as it is shown.');
  });

  test('of checks are told by what passed', () => {
    const { add, at } = opened();
    add(done(graded('failed', 'passed')), 'grading');
    add(done(graded('passed', 'passed')), 'grading');
    expect(pairSentence({ before: at(1), after: at(2) })).toBe('1 of 2 → 2 of 2 checks passed.');
  });

  test('have the same result however their output was cut in stretches', () => {
    const cut = (...texts: string[]): Report => ({
      ...silent,
      output: texts.map((text) => ({ stream: 'stdout', text })),
    });
    expect(sameResult(cut('a', 'b'), cut('ab'))).toBe(true);
    expect(sameResult(cut('ab'), cut('abc'))).toBe(false);
    const value = { ...cut('ab'), value: { kind: 'text', text: '1' } as const };
    expect(sameResult(cut('ab'), value)).toBe(false);
  });

  test('are compared in figures and by shape', () => {
    const rows = figureRows(nPlusOne(300), nPlusOne(0));
    const row = (name: string) => rows.find((each) => each.name === name);
    expect(row('Queries')).toMatchObject({ before: '301', after: '1' });
    expect(row('Rows fetched')).toMatchObject({ before: '301', after: '1' });
    const counts = shapeRows(nPlusOne(300), nPlusOne(0)).map(({ before, after }) => [
      before,
      after,
    ]);
    expect(counts).toEqual([
      [300, 0],
      [1, 1],
    ]);
  });
});

describe('the view', () => {
  beforeEach(() => {
    vi.stubGlobal('HTMLInputElement', window.HTMLInputElement);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    document.body.replaceChildren();
  });

  function mounted() {
    const host = document.createElement('div');
    document.body.append(host);
    let current: Files = { 'report.py': 'fast' };
    const view = createRunsView(host, {
      color: () => [],
      highlight: () => [],
      files: () => current,
      restore: (texts) => {
        current = texts;
        view.edited();
      },
    });
    const text = (selector: string) => host.querySelector(selector)?.textContent ?? '';
    return { host, view, text, now: () => current };
  }

  async function drawn() {
    const { runs, add } = opened();
    add(done(nPlusOne(300)), 'run', 'still slow');
    add(done(nPlusOne(0)));
    const parts = mounted();
    await parts.view.draw(runs.$runs.get());
    return { ...parts, runs, add };
  }

  test('says what is missing while there is nothing to compare', async () => {
    const { view, text } = mounted();
    await view.draw([]);
    expect(text('.note')).toContain('Run your code');
  });

  test('lists the newest first, with all barcodes on one scale', async () => {
    const { host } = await drawn();
    const names = [...host.querySelectorAll('.run-name')].map((each) => each.textContent);
    expect(names).toEqual(['Run 2', 'Run 1', 'Starter, recorded']);
    const scales = [...host.querySelectorAll('.run-strip svg')].map((each) =>
      each.getAttribute('viewBox'),
    );
    expect(scales).toEqual(Array(3).fill('0 0 301 40'));
  });

  test('compares another pair when one is chosen, and says so', async () => {
    const { host, text } = await drawn();
    expect(text('.run-sentence')).toContain('301 →to 1 queries');
    const input = host.querySelector('input[name=run-after][value="1"]');
    input?.dispatchEvent(new window.Event('change', { bubbles: true }));
    await vi.waitFor(() => expect(text('.run-sentence')).toContain('301 queries both times'));
    expect(text('[role=status]')).toBe(
      'Comparing the starter with run 1. 301 queries both times, same result.',
    );
  });

  test('keeps a choice and lets the other side follow the latest run', async () => {
    const { host, view, runs, add, text } = await drawn();
    const input = host.querySelector('input[name=run-before][value="1"]');
    input?.dispatchEvent(new window.Event('change', { bubbles: true }));
    add(done(nPlusOne(5)));
    await view.draw(runs.$runs.get());
    const sides = [...host.querySelectorAll('.run-head strong')].map((each) => each.textContent);
    expect(sides).toEqual(['Run 1', 'Run 3']);
    expect(text('.run-sentence')).toContain('301 →to 6');
  });

  test('restores the code of a run, unless it is in the editor', async () => {
    const { host, text, now } = await drawn();
    const [before, after] = [...host.querySelectorAll<HTMLElement>('.run-restore')];
    expect(after?.textContent).toBe('In the editor now');
    after?.click();
    expect(now()).toEqual({ 'report.py': 'fast' });
    before?.click();
    expect(now()).toEqual(files);
    expect(text('[role=status]')).toContain('The code of the starter is in the editor');
    expect(before?.getAttribute('aria-disabled')).toBe('true');
    expect(after?.getAttribute('aria-disabled')).toBe('false');
  });

  test('shows results side by side only where they differ', async () => {
    const { host, view, runs, add } = await drawn();
    expect(host.querySelector('.run-results')).toBeNull();
    add(done(silent));
    await view.draw(runs.$runs.get());
    expect(host.querySelectorAll('.run-results .output')).toHaveLength(2);
  });
});
