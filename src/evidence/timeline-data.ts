import type { Report } from '../runtime/report.ts';
import { letter, type Palette } from './palette.ts';
import { ticksOf } from './ticks.ts';

/** A row of the timeline: the queries of one color. */
export interface Lane {
  color: number;
  letter: string;
  name: string;
  count: number;
  ms: number;
}

/** What the timeline is drawn from, as JSON in `data-timeline`. */
export interface TimelineData {
  /** The whole run, as it was measured. */
  total_ms: number;
  /** All queries that ran; the bars are of those that are listed. */
  queries: number;
  sql_ms: number;
  lanes: readonly Lane[];
  /** First query (1-based), how many, start, end, index of the lane: the ticks of the barcode. */
  bars: readonly (readonly [number, number, number, number, number])[];
  /** Transactions: the first and last bar within. */
  atomic: readonly (readonly [number, number])[];
}

/** Milliseconds to two decimals: finer than any clock here, and short. */
function short(ms: number): number {
  return Math.round(ms * 100) / 100;
}

/** The bars of a report, in lanes in the order in which they first appear. */
export function timelineOf(report: Report, palette: Palette): TimelineData {
  const { queries, shapes } = report;
  const ticks = ticksOf(report, palette);
  const lanes: (Lane & { shapes: Set<number> })[] = [];
  const bars = ticks.map(({ first, count, ms, shape, color }) => {
    let lane = lanes.findIndex((each) => each.color === color);
    if (lane < 0) {
      const { verb = '', tables = [] } = shapes[shape] ?? {};
      const name = [verb, tables.join(', ')].filter(Boolean).join(' ') || 'SQL';
      const empty = {
        color,
        letter: letter(color),
        name,
        count: 0,
        ms: 0,
        shapes: new Set([shape]),
      };
      lane = lanes.push(empty) - 1;
    }
    const home = lanes[lane];
    if (home) {
      home.count += count;
      home.ms += ms;
      home.shapes.add(shape);
    }
    const last = queries[first + count - 2];
    const start = queries[first - 1]?.start_ms ?? 0;
    const end = last ? last.start_ms + last.duration_ms : start;
    return [first, count, short(start), short(end), lane] as const;
  });
  const atomic: [number, number][] = [];
  for (const [index, [first]] of bars.entries()) {
    if ((queries[first - 1]?.atomic ?? 0) === 0) continue;
    const open = atomic.at(-1);
    if (open && open[1] === index - 1) open[1] = index;
    else atomic.push([index, index]);
  }
  return {
    total_ms: short(Math.max(report.timings.run_ms, bars.at(-1)?.[3] ?? 0)),
    queries: report.query_count,
    sql_ms: report.timings.sql_ms,
    lanes: lanes.map(({ shapes, ms, ...lane }) => ({
      ...lane,
      ms: short(ms),
      name: shapes.size > 1 ? 'Other shapes' : lane.name,
    })),
    bars,
    atomic,
  };
}

/** What a run would take if each query waited. */
export function delayed(data: TimelineData, latency: number) {
  const waiting_ms = data.queries * latency;
  return { waiting_ms, total_ms: data.total_ms + waiting_ms };
}

/** A bar as it would stand then. */
export function delayedBar(
  [first, count, start, end]: TimelineData['bars'][number],
  latency: number,
) {
  const from = start + latency * (first - 1);
  return { from, waited: from + latency * count, to: end + latency * (first - 1 + count) };
}
