import { figure } from './amounts.ts';
import type { BarcodeData } from './barcode.ts';
import { el } from './el.ts';
import { announcePlace, placeButton } from './place.ts';
import { announceQuery } from './reveal.ts';
import { duration } from './words.ts';

/** What there is to say about a tick. */
export interface Reading {
  shape: number;
  number: string;
  sql: string;
  time: string;
  place: BarcodeData['places'][number] | null;
}

/** @param index of the tick, from 0. */
export function readingOf(data: BarcodeData, index: number): Reading | null {
  const tick = data.ticks[index];
  if (!tick) return null;
  const [first, count, ms, shape, place] = tick;
  return {
    shape,
    number: count === 1 ? figure(first) : `${figure(first)} to ${figure(first + count - 1)}`,
    sql: data.shapes[shape] ?? 'SQL',
    time: duration(ms),
    place: data.places[place] ?? null,
  };
}

/** The tick that a key leads to; null for keys that lead nowhere. */
export function keyTarget(key: string, index: number, last: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: index + 1,
    ArrowUp: index + 1,
    ArrowLeft: index - 1,
    ArrowDown: index - 1,
    PageUp: index + 10,
    PageDown: index - 10,
    Home: 0,
    End: last,
  };
  const target = steps[key];
  return target === undefined ? null : Math.max(0, Math.min(last, target));
}

function underPointer(strip: HTMLElement, event: MouseEvent, data: BarcodeData): number {
  const box = strip.getBoundingClientRect();
  const index = Math.floor(((event.clientX - box.left) / box.width) * data.slots);
  return Math.max(0, Math.min(data.ticks.length - 1, index));
}

/** Tells a tick to who hears, and in the line `readout` to who sees. */
export function tell(strip: HTMLElement, readout: Element | null, index: number, said: Reading) {
  const { number, sql, time, place } = said;
  strip.setAttribute('aria-valuenow', String(index + 1));
  strip.setAttribute(
    'aria-valuetext',
    [`Query ${number}`, place?.name, time, sql].filter(Boolean).join(', '),
  );
  const { ownerDocument: document } = strip;
  readout?.replaceChildren(
    el(document, 'span', { class: 'readout-number' }, number),
    el(document, 'code', {}, sql),
    el(document, 'span', { class: 'readout-time' }, time),
    ...(place ? [placeButton(document, place)] : []),
  );
}

function show(strip: HTMLElement, data: BarcodeData, index: number): void {
  const reading = readingOf(data, index);
  if (!reading) return;
  tell(strip, strip.parentElement?.querySelector('.barcode-readout') ?? null, index, reading);
  // Centered on the tick, which is 0.62 wide in a slot of 1.
  strip.querySelector('.barcode-cursor')?.setAttribute('x', String(index - 0.19));
}

/** Goes to the line of a tick, and opens the group of its query. */
export function go(strip: HTMLElement, data: BarcodeData, index: number): void {
  const reading = readingOf(data, index);
  if (reading?.place) announcePlace(strip, reading.place);
  const query = (data.ticks[index]?.[0] ?? 0) - 1;
  if (reading) announceQuery(strip, { shape: reading.shape, query });
}

/** Parsed once for each barcode: the pointer asks at every step. */
const parsed = new WeakMap<Element, BarcodeData>();

/** @param holder the element that carries the barcode's data. */
export function dataOf(holder: HTMLElement | null | undefined): BarcodeData | null {
  if (!holder) return null;
  // `barcode.ts` wrote this attribute, so its shape is known.
  const data = parsed.get(holder) ?? (JSON.parse(holder.dataset.barcode ?? '') as BarcodeData);
  parsed.set(holder, data);
  return data;
}

/** Reads the tick under the pointer or the one the keys lead to; a click or Enter goes to its line. */
export function readBarcode(strip: HTMLElement, event: Event): void {
  const data = dataOf(strip.closest<HTMLElement>('[data-barcode]'));
  if (!data) return;
  const current = Number(strip.getAttribute('aria-valuenow')) - 1;
  if (event instanceof KeyboardEvent) {
    if (event.key === 'Enter') {
      // The editor gets the focus, and must not get this key too.
      event.preventDefault();
      go(strip, data, current);
    }
    const target = keyTarget(event.key, current, data.ticks.length - 1);
    if (target === null) return;
    event.preventDefault();
    show(strip, data, target);
  } else if (event.type === 'focusin') {
    show(strip, data, current);
  } else if (event.type === 'pointermove' && event instanceof MouseEvent) {
    show(strip, data, underPointer(strip, event, data));
  } else if (event.type === 'click' && event instanceof MouseEvent) {
    const index = underPointer(strip, event, data);
    show(strip, data, index);
    go(strip, data, index);
  }
}
