import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { renderReport } from '../../src/evidence/render.ts';
import type { Check, Exhibit, Report } from '../../src/runtime/report.ts';
import { almost } from './evidence-reports.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');
const panel = (report: Report) => renderReport(document, report, { id: 'r', highlight: plain });
const plain = (sql: string) => [[{ text: sql, light: '#111', dark: '#eee' }]];
const PLAN: Exhibit = {
  kind: 'code',
  title: 'The plan',
  language: 'sql',
  text: 'SCAN <b>order</b>',
};
const LOG: Exhibit = { kind: 'code', title: 'The log', language: 'text', text: 'GET /' };
const TABLE: Exhibit = {
  kind: 'table',
  title: 'Which index',
  columns: ['Index', 'Rows'],
  rows: [['placed_at', '12']],
};

test('exhibits are tabs after the queries, under their titles', () => {
  const root = panel({ ...almost, exhibits: [PLAN, TABLE] });
  const labels = [...root.querySelectorAll('[role=tab]')].map((tab) => tab.textContent);
  expect(labels.slice(-2)).toEqual(['The plan', 'Which index']);
  const cells = [...root.querySelectorAll('#r-panel-exhibit-1 :is(th, td)')];
  expect(cells.map((cell) => cell.textContent)).toEqual(['Index', 'Rows', 'placed_at', '12']);
  expect(cells.at(-1)?.className).toBe('figure');
});

test('SQL is colored, other languages are not, and neither becomes markup', () => {
  const root = panel({ ...almost, exhibits: [PLAN, LOG] });
  const [plan, log] = [...root.querySelectorAll('[role=tabpanel] > pre.sql')].slice(-2);
  expect(plan?.textContent).toBe('SCAN <b>order</b>');
  expect(plan?.querySelector('b')).toBeNull();
  expect(plan?.querySelectorAll('span')).toHaveLength(1);
  expect(log?.querySelectorAll('span')).toHaveLength(0);
});

test('advice stands under the message of a check that failed, and only of that', () => {
  const advised = (status: Check['status']): Report => ({
    ...almost,
    checks: almost.checks.map((check) => ({ ...check, status, advice: 'Filter in `Prefetch`.' })),
  });
  const [failed] = panel(advised('failed')).querySelectorAll('.check-advice');
  expect(failed?.textContent).toBe('A common mistake. Filter in Prefetch.');
  expect(failed?.querySelector('code')?.textContent).toBe('Prefetch');
  expect(panel(advised('passed')).querySelectorAll('.check-advice')).toHaveLength(0);
});

test('a grading in which nothing was asked or printed has no place for either', () => {
  const keys = (report: Report) =>
    [...panel(report).querySelectorAll('[role=tab]')].map((tab) => tab.id.replace('r-tab-', ''));
  const quiet: Report = { ...almost, query_count: 0, queries: [], output: [], value: null };
  expect(keys(quiet)).toEqual(['checks']);
  expect(panel(quiet).querySelector('.barcode')).toBeNull();
  expect(keys(almost)).toContain('queries');
  expect(keys({ ...quiet, kind: 'run', checks: [] })).toEqual(['output', 'queries']);
});

test('a run opens with the tab that the exercise names', () => {
  const selected = (show: 'queries' | 'output' | null) =>
    renderReport(document, { ...almost, kind: 'run', checks: [] }, { id: 'r', show }).querySelector(
      '[aria-selected=true]',
    )?.id;
  expect(selected('output')).toBe('r-tab-output');
  expect(selected('queries')).toBe('r-tab-queries');
});
