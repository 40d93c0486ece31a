import { type Latency, latencyOf, readLatency, writeLatency } from '../stores/latency.ts';
import { keeper } from '../stores/storage.ts';
import { el } from './el.ts';
import { dataOf, go, keyTarget, readingOf, tell } from './reader.ts';
import { distanceWords, latencySentence } from './timeline.ts';
import { delayed, delayedBar, type TimelineData } from './timeline-data.ts';
import { axisOf, timelinePicture, WIDTH } from './timeline-picture.ts';
import { duration } from './words.ts';

const keep = keeper(() => localStorage);

/** What is shown where: parsed once, and drawn again when the dial turns. */
const shown = new WeakMap<Element, { data: TimelineData; latency: Latency }>();

function dataIn(timeline: HTMLElement): TimelineData {
  // `timeline.ts` wrote this attribute, so its shape is known.
  return shown.get(timeline)?.data ?? (JSON.parse(timeline.dataset.timeline ?? '') as TimelineData);
}

function labels(document: Document, { lanes, atomic }: TimelineData): HTMLElement {
  const label = (mark: Node, name: string) =>
    el(document, 'li', {}, mark, el(document, 'span', { class: 'lane-name' }, name));
  const sign = (kind: string, text: string) =>
    el(document, 'span', { class: `swatch ${kind}` }, text);
  return el(
    document,
    'ul',
    { class: 'timeline-lanes' },
    label(sign('lane-python', 'Py'), 'Python'),
    ...lanes.map(({ color, letter, name }) =>
      label(el(document, 'span', { class: `swatch shape-${color}` }, letter), name),
    ),
    atomic.length > 0 ? label(sign('lane-atomic', 'Tx'), 'Transaction') : null,
  );
}

function axis(document: Document, total_ms: number): HTMLElement {
  return el(
    document,
    'div',
    { class: 'timeline-axis', 'aria-hidden': 'true' },
    ...axisOf(total_ms).map((ms) =>
      el(
        document,
        'span',
        {
          class: ms / total_ms > 0.9 ? 'axis-mark axis-last' : 'axis-mark',
          style: `inset-inline-start: ${(ms / total_ms) * 100}%`,
        },
        ms === 0 ? '0' : total_ms >= 1000 ? duration(ms) : duration(ms).replace(/\.0+ /, ' '),
      ),
    ),
  );
}

/** Draws a timeline as far away from its database as the dial says. */
function draw(timeline: HTMLElement, latency: Latency): void {
  const { ownerDocument: document } = timeline;
  const data = dataIn(timeline);
  shown.set(timeline, { data, latency });
  const place = timeline.querySelector('.timeline-picture');
  const before = place?.querySelector('.timeline-strip');
  const sentence = latencySentence(data, latency);
  const { total_ms } = delayed(data, latency);
  const strip = el(
    document,
    'div',
    {
      class: 'timeline-strip',
      role: 'slider',
      tabindex: 0,
      'aria-label': 'Queries in time',
      'aria-valuemin': 1,
      'aria-valuemax': Math.max(1, data.bars.length),
      'aria-valuenow': before?.getAttribute('aria-valuenow') ?? 1,
      'aria-valuetext': sentence,
    },
    timelinePicture(document, data, latency),
  );
  place?.replaceChildren(labels(document, data), strip, axis(document, total_ms));
  const [words, note] = timeline.querySelectorAll('.timeline-words p');
  if (words) words.textContent = sentence;
  if (note) note.textContent = distanceWords(latency);
  for (const input of timeline.querySelectorAll<HTMLInputElement>('.latency input')) {
    input.checked = input.value === String(latency);
  }
}

/** Draws the timeline in a panel that was turned to. */
export function openTimeline(panel: Element): void {
  const timeline = panel.querySelector<HTMLElement>('.timeline');
  if (timeline) draw(timeline, readLatency(keep));
}

/** The dial was turned: the picture follows, and so does every timeline that is opened later. */
export function turnDial(input: HTMLInputElement): void {
  const timeline = input.closest<HTMLElement>('.timeline');
  const latency = latencyOf(input.value);
  writeLatency(keep, latency);
  if (timeline) draw(timeline, latency);
}

/** The bar at a moment, or the one that is nearest to it. */
function barAt(data: TimelineData, latency: number, ms: number): number {
  let [low, high] = [0, data.bars.length - 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const bar = data.bars[middle];
    if (bar && delayedBar(bar, latency).to < ms) low = middle + 1;
    else high = middle;
  }
  const [before, here] = [data.bars[low - 1], data.bars[low]];
  if (!before || !here) return low;
  const [gap, rest] = [ms - delayedBar(before, latency).to, delayedBar(here, latency).from - ms];
  return gap < rest ? low - 1 : low;
}

/** Reads the bar under the pointer or the one that the keys lead to; a click or Enter goes to its line. */
export function readTimeline(strip: HTMLElement, event: Event): void {
  const timeline = strip.closest<HTMLElement>('.timeline');
  const names = dataOf(strip.closest('.evidence')?.querySelector<HTMLElement>('[data-barcode]'));
  const state = timeline && shown.get(timeline);
  if (!timeline || !names || !state) return;
  const { data, latency } = state;
  const { total_ms } = delayed(data, latency);
  const read = (index: number) => {
    const reading = readingOf(names, index);
    const bar = data.bars[index];
    if (!reading || !bar) return;
    const { from } = delayedBar(bar, latency);
    const time = `${reading.time}, at ${duration(from)}`;
    tell(strip, timeline.querySelector('.timeline-readout'), index, { ...reading, time });
    const x = (from / total_ms) * WIDTH;
    strip.querySelector('.timeline-cursor')?.setAttribute('x', String(x - 1));
  };
  const current = Number(strip.getAttribute('aria-valuenow')) - 1;
  if (event instanceof KeyboardEvent) {
    if (event.key === 'Enter') {
      event.preventDefault();
      go(strip, names, current);
    }
    const target = keyTarget(event.key, current, data.bars.length - 1);
    if (target === null) return;
    event.preventDefault();
    read(target);
  } else if (event.type === 'focusin') {
    read(current);
  } else if (event instanceof MouseEvent) {
    const { left, width } = strip.getBoundingClientRect();
    const index = barAt(data, latency, ((event.clientX - left) / width) * total_ms);
    read(index);
    if (event.type === 'click') go(strip, names, index);
  }
}
