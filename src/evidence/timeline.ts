import type { Report } from '../runtime/report.ts';
import { LATENCIES } from '../stores/latency.ts';
import { figure } from './amounts.ts';
import { el } from './el.ts';
import type { Palette } from './palette.ts';
import { delayed, type TimelineData, timelineOf } from './timeline-data.ts';
import { duration, queries } from './words.ts';

/** Where a database stands that is so far away. */
const DISTANCES: Readonly<Record<number, string>> = {
  0: 'the database of this page, beside Python',
  1: 'a database in the same data center',
  5: 'a database some hundred kilometers away',
  20: 'a database in another region',
  100: 'a database on another continent',
};

/** `225 queries at 5 ms: 1.2 s in all, of which 1.1 s is waiting.` */
export function latencySentence(data: TimelineData, latency: number): string {
  const { total_ms, waiting_ms } = delayed(data, latency);
  const asked = queries(data.queries);
  if (latency === 0) {
    return `${asked} without a network: ${duration(total_ms)} in all, of which ${duration(data.sql_ms)} in the database.`;
  }
  return `${asked} at ${latency} ms: ${duration(total_ms)} in all, of which ${duration(waiting_ms)} is waiting.`;
}

/** What the dial stands at, in words. */
export function distanceWords(latency: number): string {
  return `${latency} ms: ${DISTANCES[latency] ?? 'a database elsewhere'}`;
}

function dial(document: Document, id: string): HTMLElement {
  return el(
    document,
    'fieldset',
    { class: 'latency' },
    el(document, 'legend', {}, 'Each query waits for the network'),
    ...LATENCIES.map((ms) =>
      el(
        document,
        'label',
        {},
        el(document, 'input', {
          type: 'radio',
          name: `${id}-latency`,
          value: ms,
          checked: ms === 0,
        }),
        el(document, 'span', { class: 'latency-face' }, `${ms} ms`),
      ),
    ),
  );
}

function laneTable(document: Document, { lanes }: TimelineData): HTMLElement {
  const heading = (name: string, side: string | null = null) =>
    el(document, 'th', { scope: 'col', class: side }, name);
  return el(
    document,
    'details',
    { class: 'timeline-table' },
    el(document, 'summary', {}, 'As a table'),
    el(
      document,
      'table',
      {},
      el(
        document,
        'thead',
        {},
        el(
          document,
          'tr',
          {},
          heading('Queries'),
          heading('Count', 'figure'),
          heading('In the database', 'figure'),
        ),
      ),
      el(
        document,
        'tbody',
        {},
        ...lanes.map(({ letter, name, count, ms }) =>
          el(
            document,
            'tr',
            {},
            el(document, 'td', {}, `${letter} `, el(document, 'code', {}, name)),
            el(document, 'td', { class: 'figure' }, figure(count)),
            el(document, 'td', { class: 'figure' }, duration(ms)),
          ),
        ),
      ),
    ),
  );
}

/**
 * Queries and Python's work on one axis, with a dial for how far away the database is. The picture is
 * drawn when the tab is turned to (`timeline-behavior.ts`); its sentence and its table are there before.
 */
export function timelineBlock(
  document: Document,
  report: Report,
  id: string,
  palette: Palette,
): HTMLElement {
  const data = timelineOf(report, palette);
  const unlisted = report.query_count - report.queries.length;
  return el(
    document,
    'div',
    { class: 'timeline', 'data-timeline': JSON.stringify(data) },
    dial(document, id),
    el(
      document,
      'div',
      { class: 'timeline-words', role: 'status' },
      el(document, 'p', { class: 'timeline-sentence' }, latencySentence(data, 0)),
      el(document, 'p', { class: 'note' }, distanceWords(0)),
    ),
    el(document, 'div', { class: 'timeline-picture' }),
    el(
      document,
      'p',
      { class: 'barcode-readout timeline-readout' },
      'Point at a bar, or use the arrow keys.',
    ),
    laneTable(document, data),
    unlisted > 0
      ? el(document, 'p', { class: 'note' }, `${queries(unlisted)} more are not in the picture.`)
      : null,
  );
}
