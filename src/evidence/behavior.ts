import { filterLogs } from './log-view.ts';
import { announcePlace } from './place.ts';
import { readBarcode } from './reader.ts';
import { markTicks, revealGroup, showFinding } from './reveal.ts';
import { copySql } from './statement.ts';
import { openTimeline, readTimeline, turnDial } from './timeline-behavior.ts';
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
      const finding = closest(event, '.to-finding');
      if (finding) showFinding(finding);
      const copy = closest(event, '.copy-sql');
      if (copy) void copySql(copy);
      const level = closest(event, '.log-filter');
      if (level) filterLogs(level);
    },
    { signal },
  );
  root.addEventListener(
    'query',
    (event) => {
      const from = closest(event, '.evidence *');
      if (from && event instanceof CustomEvent) revealGroup(from, event.detail);
    },
    { signal },
  );
  // Opening a group does not bubble.
  root.addEventListener(
    'toggle',
    (event) => {
      const panel = closest(event, '.shape') && closest(event, '.evidence');
      if (panel) markTicks(panel);
    },
    { signal, capture: true },
  );
  root.addEventListener(
    'keydown',
    (event) => {
      const tab = closest(event, '[role=tab]');
      if (tab) turnTab(tab, event);
      const strip = closest(event, '.barcode-strip[role=slider]');
      if (strip) readBarcode(strip, event);
      const timeline = closest(event, '.timeline-strip');
      if (timeline) readTimeline(timeline, event);
    },
    { signal },
  );
  root.addEventListener(
    'change',
    ({ target }) => {
      const turned = target instanceof HTMLInputElement && target.closest('.latency') !== null;
      if (turned) turnDial(target);
    },
    { signal },
  );
  // Turning to a panel does not bubble.
  root.addEventListener(
    'turn',
    ({ target }) => {
      if (target instanceof Element) openTimeline(target);
    },
    { signal, capture: true },
  );
  for (const type of ['pointermove', 'focusin', 'click']) {
    root.addEventListener(
      type,
      (event) => {
        const strip = closest(event, '.barcode-strip[role=slider]');
        if (strip) readBarcode(strip, event);
        const timeline = closest(event, '.timeline-strip');
        if (timeline) readTimeline(timeline, event);
      },
      { signal },
    );
  }
  return () => controller.abort();
}
