import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
} from '@tanstack/virtual-core';
import { el } from '../evidence/el.ts';
import { columnWidth, gridCell, typeWords } from './grid-cell.ts';
import { type At, destination } from './grid-keys.ts';
import type { Pages } from './pages.ts';

export interface GridParts {
  pages: Pages;
  /** What the grid is called. */
  label: string;
  /** Go to the row that a foreign key names. */
  follow: (from: At) => void;
  /** Show a text whole. */
  whole: (text: string, column: string) => void;
}

export interface Grid {
  element: HTMLElement;
  /** Begin to draw: the element is in the page now. */
  start(): void;
  /** Bring a cell into view and give it the focus; `mark` keeps its row marked. */
  goTo(at: At, mark: boolean): void;
  stop(): void;
}

const COARSE = '(pointer: coarse), (max-width: 759px)';

/** The rows of a table as an ARIA grid: only those in view are in the page. */
export function grid(document: Document, { pages, label, follow, whole }: GridParts): Grid {
  const { columns, total } = pages;
  const view = document.defaultView;
  const height = view?.matchMedia(COARSE).matches ? 44 : 28;
  const sample = Array.from({ length: Math.min(total, 60) }, (_, index) => pages.row(index));
  const figures = columns.map(
    (_, index) =>
      sample.some((row) => typeof row?.[index] === 'number') && columns[index]?.type !== 'bool',
  );
  const head = el(
    document,
    'div',
    { role: 'row', 'aria-rowindex': 1, class: 'data-row data-head' },
    ...columns.map((column, index) =>
      el(
        document,
        'div',
        {
          role: 'columnheader',
          'aria-colindex': index + 1,
          class: figures[index] ? 'data-cell data-figure' : 'data-cell',
          title: column.type,
        },
        column.name,
        el(document, 'span', { class: 'data-type' }, typeWords(column)),
      ),
    ),
  );
  const body = el(document, 'div', { role: 'rowgroup', class: 'data-body' });
  const element = el(
    document,
    'div',
    {
      class: 'data-grid',
      role: 'grid',
      'aria-label': label,
      'aria-rowcount': total + 1,
      'aria-colcount': columns.length,
      'aria-readonly': 'true',
    },
    el(document, 'div', { role: 'rowgroup', class: 'data-headgroup' }, head),
    body,
  );
  let active: At = { row: 0, column: 0 };
  let marked = -1;
  let focusing = false;

  const virtualizer = new Virtualizer<HTMLElement, HTMLElement>({
    count: total,
    getScrollElement: () => element,
    estimateSize: () => height,
    overscan: 12,
    // The head stays at the top, over the rows.
    scrollPaddingStart: height,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: () => draw(),
  });

  const widths = columns.map((column, index) =>
    columnWidth(
      column,
      sample.map((row) => row?.[index]),
    ),
  );
  element.style.setProperty('--columns', widths.map((width) => `${width}ch`).join(' '));
  element.style.setProperty('--row', `${height}px`);

  /** Rows in the page, by their index; those that wait for their cells are made again. */
  const made = new Map<number, { element: HTMLElement; waiting: boolean }>();

  function draw(): void {
    const items = virtualizer.getVirtualItems();
    body.style.height = `${virtualizer.getTotalSize()}px`;
    const held = element.contains(document.activeElement);
    const wanted = new Set(items.map(({ index }) => index));
    for (const [index, row] of made) {
      if (wanted.has(index) && !(row.waiting && pages.row(index))) continue;
      row.element.remove();
      made.delete(index);
    }
    // Rows that stay are not touched: they may have the focus.
    for (const [place, { index, start }] of items.entries()) {
      const row = made.get(index) ?? { element: rowOf(index, start), waiting: !pages.row(index) };
      made.set(index, row);
      const there = body.children[place];
      if (there !== row.element) body.insertBefore(row.element, there ?? null);
      if (index === marked) row.element.setAttribute('aria-selected', 'true');
      else row.element.removeAttribute('aria-selected');
    }
    const target = cellAt(active);
    if (target) target.tabIndex = 0;
    // Where the focused cell has gone out of view, the grid keeps the focus until it is back.
    element.tabIndex = target ? -1 : 0;
    if ((held || focusing) && !body.contains(document.activeElement)) {
      (target ?? element).focus({ preventScroll: true });
    } else if (focusing) target?.focus({ preventScroll: true });
    // The grid brings the row into view, and this the grid.
    if (focusing) target?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (target) focusing = false;
    const [first] = items;
    const last = items.at(-1);
    if (!first || !last) return;
    void pages.want(first.index, last.index).then((came) => {
      if (came && element.isConnected) draw();
    });
  }

  function rowOf(index: number, start: number): HTMLElement {
    const cells = pages.row(index);
    const row = el(
      document,
      'div',
      { role: 'row', 'aria-rowindex': index + 2, class: 'data-row', 'data-row': index },
      ...columns.map((column, at) => gridCell(document, cells?.[at], column, at)),
    );
    row.style.transform = `translateY(${start}px)`;
    return row;
  }

  function cellAt({ row: index, column }: At): HTMLElement | null {
    const cell = body.querySelector(`[data-row="${index}"]`)?.children[column];
    if (!cell) return null;
    return cell.querySelector<HTMLElement>('button') ?? (cell as HTMLElement);
  }

  function placeOf(target: EventTarget | null): At | null {
    if (!(target instanceof Element)) return null;
    const cell = target.closest('[role=gridcell]');
    const line = cell?.parentElement?.dataset.row;
    if (!cell || line === undefined) return null;
    return { row: Number(line), column: Number(cell.getAttribute('aria-colindex')) - 1 };
  }

  function goTo(at: At, mark: boolean): void {
    const before = cellAt(active);
    if (before) before.tabIndex = -1;
    active = at;
    if (mark) marked = at.row;
    focusing = true;
    virtualizer.scrollToIndex(at.row, { align: mark ? 'center' : 'auto' });
    draw();
  }

  element.addEventListener('focusin', ({ target }) => {
    const at = placeOf(target);
    if (!at || (at.row === active.row && at.column === active.column)) return;
    const before = cellAt(active);
    if (before) before.tabIndex = -1;
    active = at;
    const now = cellAt(at);
    if (now) now.tabIndex = 0;
  });
  element.addEventListener('mousedown', ({ target }) => {
    const at = placeOf(target);
    if (!at) return;
    const cell = cellAt(at);
    if (cell && cell.tabIndex < 0) cell.tabIndex = 0;
  });
  element.addEventListener('keydown', (event) => {
    const page = Math.max(1, Math.floor(element.clientHeight / height) - 2);
    const to = destination(event, active, { rows: total, columns: columns.length, page });
    if (!to || total === 0) return;
    event.preventDefault();
    goTo(to, false);
  });
  element.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null;
    const at = placeOf(button);
    if (!button || !at) return;
    if (button.dataset.do === 'follow') follow(at);
    else whole(String(pages.row(at.row)?.[at.column] ?? ''), columns[at.column]?.name ?? '');
  });

  let unmount: (() => void) | undefined;
  return {
    element,
    goTo,
    start() {
      unmount = virtualizer._didMount();
      virtualizer._willUpdate();
      draw();
    },
    stop: () => unmount?.(),
  };
}
