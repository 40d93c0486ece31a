import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { barcodeImage, scaleOf } from '../../src/evidence/barcode.ts';
import { renderOutcome, sentenceOf } from '../../src/evidence/outcome.ts';
import { paletteOf } from '../../src/evidence/palette.ts';
import { progressWords } from '../../src/evidence/progress.ts';
import { renderReport } from '../../src/evidence/render.ts';
import { summaryOf } from '../../src/evidence/summary.ts';
import { MOST_TICKS, ticksOf } from '../../src/evidence/ticks.ts';
import { verdictOf } from '../../src/evidence/verdict.ts';
import type { Report } from '../../src/runtime/report.ts';
import { almost, failed, nPlusOne, silent } from './evidence-reports.ts';

const { document, Event } = parseHTML('<!doctype html><html><body></body></html>');
const panel = (report: Report) => renderReport(document, report, { id: 'r', entry: 'slow.py' });

describe('the verdict', () => {
  const passed: Report = { ...almost, verdict: { passed: true, sentence: '2 queries, passed.' } };
  const calm: Report = { ...nPlusOne(1), findings: [] };
  it.each([
    [
      'an N+1',
      nPlusOne(300),
      'cost',
      'An N+1: line 8 asks the database 300 times, once for each row.',
    ],
    [
      'nothing',
      silent,
      'plain',
      'It ran. There is nothing to show: it printed nothing and asked the database nothing.',
    ],
    ['an error', failed, 'wrong', 'FieldError on report.py, line 7.'],
    ['almost', almost, 'cost', '31 queries, the target is 2.'],
    ['passed', passed, 'passed', '2 queries, passed.'],
    ['calm', calm, 'plain', '2 queries. Nothing stands out.'],
  ])('of %s', (_, report, tone, sentence) => {
    expect(verdictOf(report, 'slow.py')).toEqual({ tone, sentence });
  });

  it('is wrong, not almost, when a check without a number failed', () => {
    const checks = almost.checks.map((check) => ({ ...check, measured: null }));
    expect(verdictOf({ ...almost, checks }).tone).toBe('wrong');
  });
});

describe('the barcode', () => {
  it('says in words what it shows', () => {
    expect(summaryOf(nPlusOne(300), 'slow.py')).toBe('301 queries; 300 of one shape from line 8');
    expect(summaryOf(silent, null)).toBe('0 queries');
  });

  it('has one tick a query, in order, colored by shape', () => {
    const report = nPlusOne(300);
    const ticks = ticksOf(report, paletteOf(report));
    expect(ticks).toHaveLength(301);
    expect(ticks.map((tick) => tick.color).slice(0, 3)).toEqual([2, 1, 1]);
  });

  it('bins without losing a query', () => {
    const report = nPlusOne(MOST_TICKS + 500);
    const ticks = ticksOf(report, paletteOf(report));
    expect(ticks.length).toBeLessThanOrEqual(500);
    expect(ticks.reduce((sum, tick) => sum + tick.count, 0)).toBe(MOST_TICKS + 501);
  });

  it('draws a pair on one scale', () => {
    const before = nPlusOne(300);
    const after = nPlusOne(1);
    const scale = scaleOf(before, after);
    const box = (report: Report) =>
      barcodeImage(document, report, { scale }).getAttribute('viewBox');
    expect(box(after)).toBe(box(before));
    expect(box(before)).toBe('0 0 301 40');
  });
});

describe('a rendered report', () => {
  it('never turns text into markup', () => {
    const text = '<img src=x onerror=alert(1)>';
    const report: Report = {
      ...failed,
      output: [{ stream: 'stdout', text }],
      value: { kind: 'table', columns: [text], rows: [[text]], more: null },
      error: { type: text, message: text, frames: [], hint: text, causes: [] },
    };
    const element = panel(report);
    expect(element.querySelector('img')).toBeNull();
    expect(element.outerHTML).not.toContain('<img');
    expect(element.querySelector('td')?.textContent).toBe(text);
  });

  it('offers the cure as code, at the line of the queryset', () => {
    const finding = panel(nPlusOne(5)).querySelector('.finding');
    const codes = [...(finding?.querySelectorAll('code') ?? [])].map((code) => code.textContent);
    expect(codes).toContain('.select_related("customer")');
    expect(finding?.querySelector('.place')?.getAttribute('data-line')).toBe('4');
  });

  it('shows one finding at once, and folds the others', () => {
    const report = nPlusOne(5);
    const [finding] = report.findings;
    if (!finding) throw new Error('no finding');
    const element = panel({ ...report, findings: [finding, finding, finding] });
    const folded = element.querySelector('.findings-more');
    expect(folded?.querySelector('summary')?.textContent).toBe('2 more findings');
    expect(folded?.querySelectorAll('.finding').length).toBe(2);
    expect(element.querySelectorAll('.finding').length).toBe(3);
  });

  it('tells checks apart in words', () => {
    const words = [...panel(almost).querySelectorAll('.check-status')].map(
      (node) => node.textContent,
    );
    expect(words).toEqual(['Passed: ', 'Failed: ', 'Not checked: ']);
    expect(panel(almost).querySelector('.check-measured')?.textContent).toBe(
      '31 queries, target 2',
    );
  });

  it('shows the score of a challenge as a bar, and the points of each check in words', () => {
    expect(panel(almost).querySelector('.score, .check-points')).toBeNull();
    const points = [10, 25, 5];
    const checks = almost.checks.map((check, index) => ({ ...check, points: points[index] ?? 0 }));
    const challenge = panel({ ...almost, checks });
    const parts = [...challenge.querySelectorAll('.score i')];
    expect(parts.map((part) => part.getAttribute('style'))).toEqual([
      'flex-grow: 10',
      'flex-grow: 25',
      'flex-grow: 5',
    ]);
    expect(verdictOf({ ...almost, checks }).tone).toBe('plain');
    expect(parts.map((part) => part.className)).toEqual(['score-mended', '', '']);
    const words = [...challenge.querySelectorAll('.check-points')].map((each) => each.textContent);
    expect(words).toEqual([' 10 of 10 points', ' 0 of 25 points', ' 0 of 5 points']);
  });

  it('selects one tab, and ties each to its panel', () => {
    const element = panel(nPlusOne(5));
    const tabs = [...element.querySelectorAll('[role=tab]')];
    expect(tabs.filter((tab) => tab.getAttribute('aria-selected') === 'true')).toHaveLength(1);
    for (const tab of tabs) {
      const target = element.querySelector(`#${tab.getAttribute('aria-controls')}`);
      expect(target?.hasAttribute('hidden')).toBe(tab.getAttribute('aria-selected') === 'false');
    }
  });

  it('says how much of the output was cut', () => {
    expect(panel({ ...silent, output_cut: 1200 }).textContent).toContain('1,200 more characters');
  });
});

describe('the SQL of a report', () => {
  const highlight = (sql: string) => [[{ text: sql, light: '#000000', dark: '#ffffff' }]];
  const colored = (element: Element) => element.querySelectorAll('.sql span').length;

  it('is colored at once when the build records it', () => {
    const element = renderReport(document, nPlusOne(5), { id: 'r', highlight, recorded: true });
    expect(colored(element)).toBe(4);
  });

  it('is colored in the browser only when somebody opens it', () => {
    const element = renderReport(document, nPlusOne(5), { id: 'r', highlight });
    expect(colored(element)).toBe(0);
    element.querySelector('details.shape')?.dispatchEvent(new Event('toggle'));
    expect(colored(element)).toBe(3);
  });
});

describe('an outcome without a report', () => {
  const error = {
    code: 'crashed',
    what: 'Python crashed.',
    remedy: 'Run it again.',
    detail: 'oom',
  } as const;
  it.each([
    [{ kind: 'stopped' } as const, 'You stopped it.'],
    [{ kind: 'timed_out', seconds: 10 } as const, 'It ran for 10 seconds without an end'],
    [{ kind: 'crashed', error } as const, 'Python crashed. Run it again.'],
  ])('%j has its sentence', (outcome, words) => {
    expect(sentenceOf(outcome)).toContain(words);
    const text = renderOutcome(document, outcome, { id: 'o' }).textContent;
    expect(text).toContain(words.split('. ')[0]);
  });
});

describe('the progress', () => {
  it('names real bytes while something downloads, and none otherwise', () => {
    const step = 'Downloading Django';
    expect(progressWords({ kind: 'loading', step, received: 4_200_000, total: 9_000_000 })).toBe(
      'Python is getting ready. Downloading Django 4.2 MB of 9.0 MB',
    );
    expect(progressWords({ kind: 'loading', step: 'Starting', received: 0, total: 0 })).not.toMatch(
      /MB|KB/,
    );
    expect(progressWords({ kind: 'ready' })).toBeNull();
  });
});
