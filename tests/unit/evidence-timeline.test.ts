import { parseHTML } from 'linkedom';
import { describe, expect, it, vi } from 'vitest';
import { paletteOf } from '../../src/evidence/palette.ts';
import { renderReport } from '../../src/evidence/render.ts';
import { latencySentence } from '../../src/evidence/timeline.ts';
import { delayed, delayedBar, timelineOf } from '../../src/evidence/timeline-data.ts';
import { axisOf, timelinePicture } from '../../src/evidence/timeline-picture.ts';
import type { Report } from '../../src/runtime/report.ts';
import { latencyOf, readLatency, writeLatency } from '../../src/stores/latency.ts';
import { keeper } from '../../src/stores/storage.ts';
import { almost, nPlusOne, silent } from './evidence-reports.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');
const data = (report: Report) => timelineOf(report, paletteOf(report));

describe('the timeline', () => {
  it('has a lane for each color, in the order in which they appear', () => {
    const { lanes, bars, total_ms } = data(nPlusOne(50));
    expect(lanes.map(({ letter, name, count }) => [letter, name, count])).toEqual([
      ['B', 'SELECT shop_order', 1],
      ['A', 'SELECT shop_customer', 50],
    ]);
    expect(bars[3]?.slice(0, 3)).toEqual([4, 1, 3]);
    expect(total_ms).toBe(60);
  });

  it('lets each query wait, and all after it', () => {
    const timeline = data(nPlusOne(50));
    expect(delayed(timeline, 5)).toEqual({ waiting_ms: 255, total_ms: 315 });
    const bar = timeline.bars[3];
    if (!bar) throw new Error('no bar');
    expect(delayedBar(bar, 5).from).toBe(3 + 3 * 5);
    expect(delayedBar(bar, 5).waited).toBe(3 + 4 * 5);
    expect(delayedBar(bar, 0).to).toBeCloseTo(bar[3]);
  });

  it('says what the same run would take', () => {
    const timeline = { ...data(nPlusOne(224)), total_ms: 75, sql_ms: 21 };
    expect(latencySentence(timeline, 0)).toBe(
      '225 queries without a network: 75 ms in all, of which 21 ms in the database.',
    );
    expect(latencySentence(timeline, 5)).toBe(
      '225 queries at 5 ms: 1.2 s in all, of which 1.1 s is waiting.',
    );
  });

  it('draws few paths, however many queries there are', () => {
    const image = timelinePicture(document, data(nPlusOne(1500)), 5);
    expect(image.querySelectorAll('*').length).toBeLessThan(10);
    expect(image.querySelectorAll('.timeline-wait').length).toBe(2);
  });

  it('marks transactions', () => {
    const report = nPlusOne(5);
    const queries = report.queries.map((query, index) => ({
      ...query,
      atomic: index === 2 || index === 3 || index === 5 ? 1 : 0,
    }));
    expect(data({ ...report, queries }).atomic).toEqual([
      [2, 3],
      [5, 5],
    ]);
  });

  it('has round numbers on its axis', () => {
    expect(axisOf(316)).toEqual([0, 100, 200, 300]);
    expect(axisOf(1250)).toEqual([0, 500, 1000]);
  });

  it('is a tab of runs that asked something', () => {
    const tabs = (report: Report) =>
      renderReport(document, report, { id: 'r' }).querySelector('[data-key=timeline]');
    expect(tabs(nPlusOne(3))).not.toBeNull();
    expect(tabs(silent)).toBeNull();
    expect(tabs(almost)).toBeNull();
  });
});

describe('the dial', () => {
  it('is remembered, and forgets what it does not know', () => {
    const kept = new Map<string, string>();
    const keep = keeper(() => ({
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => kept.set(key, value),
      removeItem: vi.fn(),
    }));
    expect(readLatency(keep)).toBe(0);
    writeLatency(keep, 20);
    expect(readLatency(keep)).toBe(20);
    kept.set('beyond-runserver:latency', '{"format":1,"ms":7}');
    expect(readLatency(keep)).toBe(0);
    expect([latencyOf('100'), latencyOf('x')]).toEqual([100, 0]);
  });
});
