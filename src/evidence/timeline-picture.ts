import { svg } from './el.ts';
import { delayed, delayedBar, type TimelineData } from './timeline-data.ts';

/** Height of a lane in pixels, and the width of the picture in units of its own. */
export const LANE = 24;
export const WIDTH = 1000;
const BAR = 14;
const TOP = (LANE - BAR) / 2;
/** No bar is too thin to be seen. */
const THINNEST = 1.2;

function box(from: number, to: number, lane: number): string {
  const width = Math.max(THINNEST, to - from);
  const x = (value: number) => Math.round(value * 100) / 100;
  return `M${x(from)} ${lane * LANE + TOP}h${x(width)}v${BAR}h-${x(width)}z`;
}

/** The stretches between queries, in which Python worked. */
function pauses(data: TimelineData, latency: number): [number, number][] {
  const gaps: [number, number][] = [];
  let end = 0;
  for (const bar of data.bars) {
    const { from, to } = delayedBar(bar, latency);
    if (from > end) gaps.push([end, from]);
    end = Math.max(end, to);
  }
  const { total_ms } = delayed(data, latency);
  if (total_ms > end && data.queries === data.bars.reduce((sum, [, count]) => sum + count, 0))
    gaps.push([end, total_ms]);
  return gaps;
}

/** How many rows the picture has: Python's, one for each lane, and transactions where there are any. */
export function rowsOf({ lanes, atomic }: TimelineData): number {
  return 1 + lanes.length + (atomic.length > 0 ? 1 : 0);
}

/** All bars on one axis that spans the whole run: a path for each color, however many bars there are. */
export function timelinePicture(
  document: Document,
  data: TimelineData,
  latency: number,
): SVGSVGElement {
  const unit = WIDTH / Math.max(delayed(data, latency).total_ms, 0.001);
  const work = data.lanes.map(() => '');
  const wait = data.lanes.map(() => '');
  for (const bar of data.bars) {
    const lane = bar[4];
    const { from, waited, to } = delayedBar(bar, latency);
    if (latency > 0) wait[lane] += box(from * unit, waited * unit, lane + 1);
    work[lane] += box(waited * unit, to * unit, lane + 1);
  }
  const python = pauses(data, latency).map(([from, to]) => {
    const d = `M${from * unit} ${TOP}h${(to - from) * unit}v${BAR}h-${(to - from) * unit}z`;
    return d.replace(/\d+\.\d{3,}/g, (digits) => Number(digits).toFixed(2));
  });
  const last = 1 + data.lanes.length;
  const transactions = data.atomic.map(([first, end]) => {
    const [begin, close] = [data.bars[first], data.bars[end]];
    if (!begin || !close) return '';
    return box(delayedBar(begin, latency).from * unit, delayedBar(close, latency).to * unit, last);
  });
  const height = rowsOf(data) * LANE;
  const path = (name: string, d: string) =>
    d === '' ? [] : [svg(document, 'path', { class: name, d })];
  return svg(
    document,
    'svg',
    {
      class: 'timeline-image',
      viewBox: `0 0 ${WIDTH} ${height}`,
      height,
      preserveAspectRatio: 'none',
      'aria-hidden': 'true',
    },
    ...path('timeline-python', python.join('')),
    ...data.lanes.flatMap(({ color }, lane) => [
      ...path(`timeline-wait shape-${color}`, wait[lane] ?? ''),
      ...path(`shape-${color}`, work[lane] ?? ''),
    ]),
    ...path('timeline-atomic', transactions.join('')),
    svg(document, 'rect', { class: 'timeline-cursor', width: 2, height, x: -10 }),
  );
}

/** Round times for the axis, about five of them. */
export function axisOf(total_ms: number): number[] {
  const rough = total_ms / 5;
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1e-3)));
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => each >= rough) ?? rough;
  const count = Math.floor(total_ms / step + 1e-9);
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}
