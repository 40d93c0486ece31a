import { el, svg } from './el.ts';
import { type Highlight, paintSql, sqlBlock } from './sql.ts';

/** What the views of a report share. */
export interface ViewOptions {
  /** The file that was run: its lines are named without it. */
  entry: string | null;
  highlight: Highlight | null;
  /** Color all SQL now, not as it is opened. */
  eager: boolean;
}

/** Figures in a row: `21 visits`, `3 not as demanded`. Empty ones are left out. */
export function facts(document: Document, ...words: readonly (string | null)[]): HTMLElement {
  const shown = words.filter((each) => each !== null);
  return el(
    document,
    'ul',
    { class: 'view-facts' },
    ...shown.map((each) => el(document, 'li', {}, each)),
  );
}

const SHAPES = {
  dot: 'M8 3.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 0 1 0-9Z',
  ring: 'M8 3.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 0 1 0-9Z',
  arrow: 'M3 8H13M9 4l4 4l-4 4',
  diamond: 'M8 2.5 13.5 8 8 13.5 2.5 8Z',
  square: 'M3.5 3.5h9v9h-9Z',
  cross: 'M4 4 12 12M12 4 4 12',
  check: 'M3.5 8.5 6.5 11.5 12.5 4.5',
  again: 'M12.5 6A5 5 0 1 0 13 9M13 2.5V6.2H9.3',
  dash: 'M3.5 8H12.5',
} as const;

export type Shape = keyof typeof SHAPES;

/** A small sign that is told from others by its form; the words beside it say what it means. */
export function sign(document: Document, shape: Shape): SVGSVGElement {
  return svg(
    document,
    'svg',
    {
      class: `view-sign sign-${shape}`,
      viewBox: '0 0 16 16',
      width: 16,
      height: 16,
      'aria-hidden': 'true',
    },
    svg(document, 'path', { d: SHAPES[shape] }),
  );
}

/** A text in a place of its own, which scrolls, and which the keyboard reaches under its name. */
export function source(document: Document, text: string, label: string): HTMLPreElement {
  return el(
    document,
    'pre',
    { class: 'view-source', tabindex: 0, role: 'group', 'aria-label': label },
    text,
  );
}

/** SQL that gets its colors as soon as `details` opens, at once when that is open or nobody may wait. */
export function lazySql(
  document: Document,
  sql: string,
  label: string,
  details: HTMLDetailsElement,
  { highlight, eager }: ViewOptions,
): HTMLPreElement {
  const block = sqlBlock(document, sql, label);
  if (highlight && (eager || details.hasAttribute('open'))) paintSql(block, highlight);
  else if (highlight)
    details.addEventListener('toggle', () => paintSql(block, highlight), { once: true });
  return block;
}

/** Names and values, one under the other. */
export function pairList(
  document: Document,
  pairs: readonly { name: string; value: string }[],
): HTMLElement {
  return el(
    document,
    'dl',
    { class: 'view-pairs' },
    ...pairs.map(({ name, value }) =>
      el(
        document,
        'div',
        {},
        el(document, 'dt', {}, name),
        el(document, 'dd', {}, value === '' ? '–' : value),
      ),
    ),
  );
}
