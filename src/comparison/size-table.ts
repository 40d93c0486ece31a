import { figure } from '../evidence/amounts.ts';
import { el } from '../evidence/el.ts';
import { duration } from '../evidence/words.ts';
import { type Point, type Series, SIZES } from './size-points.ts';

/** A number stays beside its unit; what went wrong may take several lines. */
const unbroken = (words: string) => words.replaceAll(' ', '\u00a0');

function cells(point: Point | undefined): readonly [string, string] {
  if (!point) return ['–', '–'];
  const { end } = point;
  switch (end.kind) {
    case 'measured':
      return [figure(end.queries), unbroken(duration(end.ms))];
    case 'too_long':
      return ['–', unbroken(`over ${end.seconds} s`)];
    case 'failed':
      return ['–', end.words];
  }
}

/** The figures behind the charts. */
export function sizeTable(document: Document, series: Series, grows: string): HTMLElement {
  const both = series.solution.length > 0;
  const heads = [
    grows.charAt(0).toUpperCase() + grows.slice(1),
    ...(both ? ['Your queries', 'Your time'] : ['Queries', 'Time']),
    ...(both ? ['Solution’s queries', 'Solution’s time'] : []),
  ];
  const at = (points: readonly Point[], size: number) => points.find((each) => each.size === size);
  return el(
    document,
    'table',
    { class: 'size-table' },
    el(document, 'caption', { class: 'sr-only' }, `Queries and time by number of ${grows}`),
    el(
      document,
      'thead',
      {},
      el(
        document,
        'tr',
        {},
        ...heads.map((head) => el(document, 'th', { scope: 'col', class: 'figure' }, head)),
      ),
    ),
    el(
      document,
      'tbody',
      {},
      ...SIZES.map((size) =>
        el(
          document,
          'tr',
          {},
          el(document, 'th', { scope: 'row', class: 'figure' }, figure(size)),
          ...[
            ...cells(at(series.yours, size)),
            ...(both ? cells(at(series.solution, size)) : []),
          ].map((words) => el(document, 'td', { class: 'figure' }, words)),
        ),
      ),
    ),
  );
}
