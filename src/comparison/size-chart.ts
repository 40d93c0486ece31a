import { figure } from '../evidence/amounts.ts';
import { el, svg } from '../evidence/el.ts';
import { duration } from '../evidence/words.ts';
import {
  type Measured,
  measuredOf,
  type Point,
  type Series,
  SIZES,
  type Whose,
} from './size-points.ts';

interface Plot {
  title: string;
  of: (point: Measured) => number;
  /** A value in words. */
  words: (value: number) => string;
  /** What is known of a run that took too long: no less than this; null where nothing is. */
  beyond: (seconds: number) => number | null;
  /** Beside the lines of the grid. */
  axis: (value: number) => string;
}

const PLOTS: readonly Plot[] = [
  {
    title: 'Queries',
    of: ({ queries }) => queries,
    words: figure,
    beyond: () => null,
    axis: figure,
  },
  {
    title: 'Time',
    of: ({ ms }) => ms,
    words: duration,
    beyond: (seconds) => seconds * 1000,
    axis: (ms) => (ms < 1000 ? `${figure(ms)} ms` : `${figure(ms / 1000)} s`),
  },
];

/** No query at all, and less than a millisecond, stand on the lowest line. */
const LEAST = 1;

const WIDTH = 360;
const HEIGHT = 176;
const AREA = { left: 52, right: 240, top: 22, bottom: 148 };
/** Two labels closer than this would run into each other. */
const LINE = 15;

const [smallest, largest] = [SIZES[0], SIZES[SIZES.length - 1] ?? SIZES[0]];

function across(size: number): number {
  const share = Math.log10(size / smallest) / Math.log10(largest / smallest);
  return AREA.left + share * (AREA.right - AREA.left);
}

/** Both axes are logarithmic: what grows with the data is a straight line that climbs. */
interface Axis {
  decades: readonly number[];
  up: (value: number) => number;
}

function axisOf(values: readonly number[]): Axis {
  const low = Math.floor(Math.log10(Math.max(LEAST, Math.min(...values))));
  // Two decades at least, so that what is flat looks flat.
  const high = Math.max(low + 2, Math.ceil(Math.log10(Math.max(LEAST, ...values))));
  return {
    decades: Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index)),
    up(value) {
      const share = (Math.log10(Math.max(value, 10 ** low)) - low) / (high - low);
      return AREA.bottom - share * (AREA.bottom - AREA.top);
    },
  };
}

const round = (value: number) => Math.round(value * 10) / 10;

/** A disk for yours, a hollow square for the solution's: told apart without color. */
function pointMark(document: Document, whose: Whose, x: number, y: number): SVGElement {
  if (whose === 'yours') return svg(document, 'circle', { cx: x, cy: y, r: 4.5 });
  return svg(document, 'rect', { x: round(x - 4), y: round(y - 4), width: 8, height: 8 });
}

function text(document: Document, name: string, x: number, y: number, words: string): SVGElement {
  return svg(document, 'text', { class: name, x: round(x), y: round(y) }, words);
}

function grid(document: Document, { decades, up }: Axis, words: Plot['axis']): SVGElement[] {
  // More than five would stand too close.
  const step = Math.ceil(decades.length / 5);
  const rows = decades
    .filter((_, index) => index % step === 0)
    .flatMap((value) => [
      svg(document, 'path', {
        class: 'size-grid',
        d: `M${AREA.left} ${round(up(value))}H${AREA.right}`,
      }),
      text(document, 'size-y', AREA.left - 8, up(value) + 4, words(value)),
    ]);
  const columns = SIZES.map((size) =>
    text(document, 'size-x', across(size), AREA.bottom + 20, figure(size)),
  );
  return [...rows, ...columns];
}

interface Line {
  whose: Whose;
  points: readonly { x: number; y: number }[];
  /** Where it went on to, out of sight, because it took too long. */
  out: { x: number; y: number } | null;
  label: string;
}

function drawLine(document: Document, { whose, points, out }: Line): SVGElement {
  const d = points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`);
  const end = out && `${round(out.x)} ${round(out.y)}`;
  return svg(
    document,
    'g',
    { class: `size-line size-${whose}` },
    svg(document, 'path', { d: d.join('') + (end && d.length > 0 ? `L${end}` : '') }),
    ...points.map(({ x, y }) => pointMark(document, whose, round(x), round(y))),
    // An arrow upward: somewhere above.
    end === null ? null : svg(document, 'path', { class: 'size-out', d: `M${end}m-5 4l5 -9l5 9z` }),
  );
}

/** Labels beside the last points, moved apart where they would touch. */
function labels(document: Document, lines: readonly Line[]): SVGElement[] {
  const ends = lines.flatMap((line) => {
    const last = line.out ?? line.points.at(-1);
    return last ? [{ ...line, x: last.x, y: last.y + 4 }] : [];
  });
  // A line that ends early has room above it, not beside it, where the other one may go on.
  const early = ends.filter(({ x }) => x < AREA.right);
  const sorted = ends.filter(({ x }) => x >= AREA.right).sort((a, b) => a.y - b.y);
  const [upper, lower] = sorted;
  if (upper && lower && lower.y - upper.y < LINE) {
    const middle = (upper.y + lower.y) / 2;
    upper.y = middle - LINE / 2;
    lower.y = middle + LINE / 2;
  }
  return [
    ...early.map(({ whose, x, y, label }) =>
      text(document, `size-label size-above size-label-${whose}`, x + 4, y - 14, label),
    ),
    ...sorted.map(({ whose, x, y, label }) =>
      text(document, `size-label size-label-${whose}`, x + 10, y, label),
    ),
  ];
}

const NAMES = { yours: 'Yours', solution: 'Solution' } as const;

/** The size and time of a series that ended because it took too long. */
function beyondOf(points: readonly Point[], plot: Plot): { size: number; value: number } | null {
  const last = points.at(-1);
  if (last?.end.kind !== 'too_long') return null;
  const value = plot.beyond(last.end.seconds);
  return value === null ? null : { size: last.size, value };
}

function plot(document: Document, series: Series, plot: Plot, grows: string): HTMLElement {
  const { title, of, words, axis: axisWords } = plot;
  const sides = (['solution', 'yours'] as const).map((whose) => ({
    whose,
    known: measuredOf(series[whose]),
    beyond: beyondOf(series[whose], plot),
  }));
  const values = sides.flatMap(({ known, beyond }) => [
    ...known.map(of),
    ...(beyond ? [beyond.value] : []),
  ]);
  const axis = axisOf(values.length > 0 ? values : [LEAST]);
  const lines = sides.map(({ whose, known, beyond }): Line => {
    const last = known.at(-1);
    const told = beyond ? `over ${axisWords(beyond.value)}` : last ? words(of(last)) : '';
    return {
      whose,
      points: known.map((point) => ({ x: across(point.size), y: axis.up(of(point)) })),
      out: beyond && { x: across(beyond.size), y: axis.up(beyond.value) },
      label: `${NAMES[whose]} ${told}`,
    };
  });
  return el(
    document,
    'div',
    { class: 'size-plot' },
    el(document, 'p', { class: 'size-title' }, `${title} by number of ${grows}`),
    svg(
      document,
      'svg',
      { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, 'aria-hidden': 'true' },
      ...grid(document, axis, axisWords),
      ...lines.map((line) => drawLine(document, line)),
      ...labels(document, lines),
    ),
  );
}

/** Queries and time by size, as two small charts; the table below them has the same figures. */
export function sizeCharts(document: Document, series: Series, grows: string): HTMLElement {
  return el(
    document,
    'div',
    { class: 'size-plots' },
    ...PLOTS.map((each) => plot(document, series, each, grows)),
  );
}
