import { announcePlace } from './place.ts';
import { readBarcode } from './reader.ts';
import { turnTab } from './turn.ts';

/**
 * Brings every panel inside `root` to life, those that come later too: tabs turn, ticks of a barcode
 * are read, and a click on a place becomes a bubbling `place` event with `{ file, line }`.
 * @returns a function that takes it back.
 */
export function attach(root: HTMLElement): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  const closest = (event: Event, selector: string) =>
    event.target instanceof Element ? event.target.closest<HTMLElement>(selector) : null;

  root.addEventListener(
    'click',
    (event) => {
      const place = closest(event, '.place');
      if (place)
        announcePlace(place, { file: place.dataset.file ?? '', line: Number(place.dataset.line) });
      const tab = closest(event, '[role=tab]');
      if (tab) turnTab(tab);
    },
    { signal },
  );
  root.addEventListener(
    'keydown',
    (event) => {
      const tab = closest(event, '[role=tab]');
      if (tab) turnTab(tab, event);
      const strip = closest(event, '.barcode-strip[role=slider]');
      if (strip) readBarcode(strip, event);
    },
    { signal },
  );
  for (const type of ['pointermove', 'focusin', 'click']) {
    root.addEventListener(
      type,
      (event) => {
        const strip = closest(event, '.barcode-strip[role=slider]');
        if (strip) readBarcode(strip, event);
      },
      { signal },
    );
  }
  return () => controller.abort();
}
