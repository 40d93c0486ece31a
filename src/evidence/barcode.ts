import type { Report } from '../runtime/report.ts';
import { figure } from './amounts.ts';
import { el, svg } from './el.ts';
import { type Palette, paletteOf } from './palette.ts';
import { summaryOf } from './summary.ts';
import { type Tick, ticksOf } from './ticks.ts';
import { cut, duration, placeName } from './words.ts';

/** Two bars share a scale when both get the same numbers; see `scaleOf`. */
export interface Scale {
  /** How many ticks fit side by side. */
  slots: number;
  /** The duration of the tallest tick. */
  tallest_ms: number;
}

export interface BarcodeOptions {
  /** The file that was run: its name is left out of places. */
  entry?: string | null;
  scale?: Scale;
  palette?: Palette;
}

/** What `behavior.ts` needs to speak about a tick, as JSON in `data-barcode`. */
export interface BarcodeData {
  slots: number;
  shapes: readonly string[];
  places: readonly { file: string; line: number; name: string }[];
  /** First query, how many, milliseconds, index of the shape, index of the place; -1 for none. */
  ticks: readonly (readonly [number, number, number, number, number])[];
}

const HEIGHT = 40;
const WIDTH_OF_TICK = 0.62;
/** Few queries must look like few: a strip always has room for at least this many. */
const FEWEST_SLOTS = 120;

/** A scale on which all these reports can be compared by eye. */
export function scaleOf(...reports: readonly Report[]): Scale {
  const ticks = reports.map((report) => ticksOf(report, new Map()));
  return {
    slots: Math.max(FEWEST_SLOTS, ...ticks.map((list) => list.length)),
    tallest_ms: ticks.flat().reduce((most, tick) => Math.max(most, tick.ms), 0.05),
  };
}

/**
 * The most of a tick says that there was a query, the rest how long it took; by the square root, so
 * that a slow query stands out among a hundred fast ones and they can still be seen.
 */
function heightOf(ms: number, scale: Scale): number {
  return HEIGHT * (0.6 + 0.4 * Math.min(1, Math.sqrt(ms / scale.tallest_ms)));
}

function paths(document: Document, ticks: readonly Tick[], scale: Scale): SVGPathElement[] {
  const outlines = new Map<number, string>();
  for (const [index, { color, ms }] of ticks.entries()) {
    const top = Math.round((HEIGHT - heightOf(ms, scale)) * 10) / 10;
    const tick = `M${index} ${top}h${WIDTH_OF_TICK}V${HEIGHT}h-${WIDTH_OF_TICK}z`;
    outlines.set(color, (outlines.get(color) ?? '') + tick);
  }
  return [...outlines].map(([color, d]) => svg(document, 'path', { class: `shape-${color}`, d }));
}

function dataOf(
  report: Report,
  ticks: readonly Tick[],
  slots: number,
  entry: string | null,
): BarcodeData {
  const places: { file: string; line: number; name: string }[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (tick: Tick): number => {
    if (!tick.place) return -1;
    const { file, line } = tick.place;
    const name = placeName(tick.place, entry);
    const number = numbers.get(name) ?? places.push({ file, line, name }) - 1;
    numbers.set(name, number);
    return number;
  };
  return {
    slots,
    shapes: report.shapes.map((shape) => cut(shape.sql, 240)),
    places,
    ticks: ticks.map((tick) => [
      tick.first,
      tick.count,
      Math.round(tick.ms * 100) / 100,
      tick.shape,
      numberOf(tick),
    ]),
  };
}

/**
 * The query barcode: one tick a query, left to right in the order of execution, its height by
 * duration, its color by shape. Bare, it is an image with a name; `barcode` adds the reading of ticks.
 */
export function barcodeImage(
  document: Document,
  report: Report,
  options: BarcodeOptions = {},
): SVGSVGElement {
  const scale = options.scale ?? scaleOf(report);
  const ticks = ticksOf(report, options.palette ?? paletteOf(report));
  return svg(
    document,
    'svg',
    {
      class: 'barcode-image',
      viewBox: `0 0 ${scale.slots} ${HEIGHT}`,
      preserveAspectRatio: 'none',
      role: 'img',
      'aria-label': summaryOf(report, options.entry ?? null),
    },
    ...paths(document, ticks, scale),
  );
}

/**
 * The barcode with its count and a line that tells the tick under the pointer or the arrow keys.
 * The strip is a slider over the queries: one stop of the Tab key, however many there are.
 */
export function barcode(
  document: Document,
  report: Report,
  options: BarcodeOptions = {},
): HTMLElement {
  const entry = options.entry ?? null;
  const scale = options.scale ?? scaleOf(report);
  const ticks = ticksOf(report, options.palette ?? paletteOf(report));
  const count = el(
    document,
    'p',
    { class: 'barcode-count' },
    el(document, 'strong', {}, figure(report.query_count)),
    report.query_count === 1 ? ' query' : ' queries',
  );
  if (ticks.length === 0) return el(document, 'div', { class: 'barcode' }, count);
  const time = `${duration(report.timings.sql_ms)} in the database`;
  count.append(' ', el(document, 'span', { class: 'barcode-time' }, time));
  const image = barcodeImage(document, report, { ...options, scale });
  // The slider around it has the name.
  image.removeAttribute('role');
  image.removeAttribute('aria-label');
  image.setAttribute('aria-hidden', 'true');
  image.append(svg(document, 'rect', { class: 'barcode-cursor', width: 1, height: HEIGHT, x: -2 }));
  const summary = summaryOf(report, entry);
  const data = JSON.stringify(dataOf(report, ticks, scale.slots, entry));
  return el(
    document,
    'div',
    { class: 'barcode', 'data-barcode': data },
    count,
    el(
      document,
      'div',
      {
        class: 'barcode-strip',
        role: 'slider',
        tabindex: 0,
        'aria-label': `Queries in order: ${summary}`,
        'aria-valuemin': 1,
        'aria-valuemax': ticks.length,
        'aria-valuenow': 1,
        'aria-valuetext': summary,
      },
      image,
    ),
    el(
      document,
      'p',
      { class: 'barcode-readout' },
      'Each tick is a query: point at one, or use the arrow keys.',
    ),
  );
}
