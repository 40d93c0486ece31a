import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
} from '@tanstack/virtual-core';
import type { Report } from '../runtime/report.ts';
import { el } from './el.ts';
import { announcePlace } from './place.ts';
import { headingRow, queryCells } from './query-row.ts';
import { counted } from './words.ts';

/** Rows are of one height, so that no row needs to be measured; two lines where it is narrow. */
const ROW = 24;
const NARROW_ROW = 48;
const NARROW = 480;
/** This many rows show at once. */
const SHOWN = 8;
const PAGE = SHOWN - 1;

/** A list of queries of which only what is in view is in the page. */
export interface QueryList {
  element: HTMLElement;
  /** Lists other queries: indices into the report's. */
  list(members: readonly number[]): void;
  /** Goes to a query, by its index, if it is listed. */
  choose(index: number): void;
}

export interface QueryListOptions {
  id: string;
  entry: string | null;
  /** A query was chosen, by its index. */
  chosen: (index: number) => void;
}

function steps(key: string, at: number, last: number): number | null {
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + PAGE,
    PageUp: at - PAGE,
    Home: 0,
    End: last,
  };
  const target = targets[key];
  return target === undefined ? null : Math.max(0, Math.min(last, target));
}

/** The queries of a shape as a grid: one stop of the Tab key, rows by the arrow keys. */
export function queryList(
  document: Document,
  report: Report,
  options: QueryListOptions,
): QueryList {
  const { id, entry } = options;
  let members: readonly number[] = [];
  let active = 0;
  const body = el(document, 'div', { role: 'rowgroup', class: 'query-body' });
  const grid = el(
    document,
    'div',
    { role: 'grid', tabindex: 0, class: 'query-list' },
    el(document, 'div', { role: 'rowgroup', class: 'query-headings' }, headingRow(document)),
    body,
  );
  const rowOf = (position: number, top: number): HTMLElement | null => {
    const index = members[position] ?? -1;
    const query = report.queries[index];
    if (!query) return null;
    return el(
      document,
      'div',
      {
        role: 'row',
        id: `${id}-${index}`,
        class: 'query-row',
        'aria-rowindex': position + 2,
        'aria-selected': String(position === active),
        'data-position': position,
        style: `translate: 0 ${top}px`,
      },
      ...queryCells(document, index + 1, query, entry, 'gridcell'),
    );
  };
  const draw = () => {
    const size = virtualizer.getTotalSize();
    body.style.height = `${size}px`;
    const items = virtualizer.getVirtualItems();
    body.replaceChildren(...items.flatMap(({ index, start }) => rowOf(index, start) ?? []));
    grid.setAttribute('aria-activedescendant', `${id}-${members[active] ?? 0}`);
  };
  const heightOf = () => (grid.clientWidth > 0 && grid.clientWidth < NARROW ? NARROW_ROW : ROW);
  const settings = () => ({
    count: members.length,
    getScrollElement: () => grid,
    estimateSize: heightOf,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    // Where nothing has a size yet, the first rows are there all the same.
    initialRect: { width: 0, height: SHOWN * ROW },
    overscan: 4,
    onChange: draw,
  });
  const virtualizer = new Virtualizer<HTMLElement, HTMLElement>(settings());
  virtualizer._didMount();

  /** Scrolls as little as shows the row, below the headings. */
  const scrollTo = (position: number) => {
    const row = heightOf();
    const headings = row === ROW ? ROW : 0;
    const top = position * row;
    const bottom = top + row + headings - grid.clientHeight;
    grid.scrollTop = Math.max(bottom, Math.min(top, grid.scrollTop));
  };
  const choose = (position: number) => {
    active = position;
    scrollTo(position);
    draw();
    const index = members[position];
    if (index !== undefined) options.chosen(index);
  };
  grid.addEventListener('keydown', (event) => {
    const place = report.queries[members[active] ?? -1]?.stack[0];
    if (event.key === 'Enter' && place && event.target === grid) {
      // The editor gets the focus, and must not get this key too.
      event.preventDefault();
      announcePlace(grid, place);
    }
    const target = steps(event.key, active, members.length - 1);
    if (target === null) return;
    event.preventDefault();
    choose(target);
  });
  grid.addEventListener('click', ({ target }) => {
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-position]') : null;
    if (row) choose(Number(row.dataset.position));
  });
  return {
    element: grid,
    list(next) {
      members = next;
      active = 0;
      grid.setAttribute('aria-rowcount', String(members.length + 1));
      grid.setAttribute('aria-label', counted(members.length, 'query', 'queries'));
      virtualizer.setOptions(settings());
      virtualizer._willUpdate();
      draw();
    },
    choose(index) {
      const position = members.indexOf(index);
      if (position >= 0) choose(position);
    },
  };
}
