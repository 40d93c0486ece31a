import { type Child, el } from '../evidence/el.ts';
import type { SqlToken } from '../evidence/sql.ts';
import { counted } from '../evidence/words.ts';
import type { Line, Row } from './difference.ts';
import { foldsOf } from './folds.ts';
import { paintLine } from './paint.ts';

/** Tokens of both texts, line by line. */
export interface Colors {
  yours: readonly (readonly SqlToken[])[];
  solution: readonly (readonly SqlToken[])[];
}

/** `split`: side by side. `unified`: yours above the solution's, for narrow screens. */
export type Layout = 'split' | 'unified';

/** What the two sides are called. */
export interface Names {
  /** Over the columns. */
  heads: Record<Side, string>;
  /** Over the line numbers, for screen readers. */
  numbers: Record<Side, string>;
  /** What a screen reader hears before a changed line where both sides share a column. */
  said: Record<Side, string>;
}

/** Both sides under names of their own. */
export function namesOf(yours: string, solution: string): Names {
  return {
    heads: { yours, solution },
    numbers: { yours: 'Your line', solution: 'Other line' },
    said: { yours: 'removed', solution: 'added' },
  };
}

interface Sheet {
  document: Document;
  colors: Colors;
  names: Names;
}

type Side = keyof Colors;

const SIDES = {
  yours: { tag: 'del', sign: '−', word: 'removed' },
  solution: { tag: 'ins', sign: '+', word: 'added' },
} as const;

const NAMES: Names = {
  heads: { yours: 'Yours', solution: 'Solution' },
  numbers: { yours: 'Your line', solution: 'Line of the solution' },
  said: { yours: 'removed, yours', solution: 'added, solution' },
};

const hidden = (document: Document, text: string) =>
  el(document, 'span', { class: 'sr-only' }, text);

function numberCell({ document }: Sheet, line: Line | null): HTMLElement {
  return el(document, 'td', { class: 'diff-number' }, line ? String(line.number) : null);
}

/** @param said what a screen reader hears before a changed line. */
function codeCell(sheet: Sheet, side: Side, line: Line | null, said: string | null): HTMLElement {
  const { document, colors } = sheet;
  if (!line) return el(document, 'td', { class: 'diff-none' });
  const { tag, sign } = SIDES[side];
  const sort = said === null ? 'diff-same' : `diff-${side}`;
  return el(
    document,
    'td',
    { class: `diff-code ${sort}` },
    el(document, 'span', { class: 'diff-sign', 'aria-hidden': 'true' }, said === null ? ' ' : sign),
    said === null ? null : hidden(document, `${said}: `),
    el(document, 'code', {}, ...paintLine(document, line, tag, colors[side][line.number - 1])),
  );
}

function splitRows(sheet: Sheet, rows: readonly Row[]): HTMLElement[] {
  return rows.map(({ kind, yours, solution }) => {
    const said = (side: Side) => (kind === 'same' ? null : SIDES[side].word);
    return el(
      sheet.document,
      'tr',
      {},
      numberCell(sheet, yours),
      codeCell(sheet, 'yours', yours, said('yours')),
      numberCell(sheet, solution),
      codeCell(sheet, 'solution', solution, said('solution')),
    );
  });
}

/** In a changed block all lines of yours come first, then all of the solution's. */
function unifiedRows(sheet: Sheet, rows: readonly Row[]): HTMLElement[] {
  const result: HTMLElement[] = [];
  let added: HTMLElement[] = [];
  const row = (side: Side, yours: Line | null, solution: Line | null, said: string | null) =>
    el(
      sheet.document,
      'tr',
      {},
      numberCell(sheet, yours),
      numberCell(sheet, solution),
      codeCell(sheet, side, side === 'yours' ? yours : solution, said),
    );
  for (const { kind, yours, solution } of rows) {
    if (kind === 'same') {
      result.push(...added, row('yours', yours, solution, null));
      added = [];
      continue;
    }
    if (yours) result.push(row('yours', yours, null, sheet.names.said.yours));
    if (solution) added.push(row('solution', null, solution, sheet.names.said.solution));
  }
  return [...result, ...added];
}

function foldRow(document: Document, columns: number, rows: HTMLElement[]): HTMLElement {
  const words = `Show ${counted(rows.length, 'unchanged line')}`;
  const button = el(document, 'button', { type: 'button' }, words);
  const row = el(
    document,
    'tr',
    { class: 'diff-fold' },
    el(document, 'td', { colspan: columns }, button),
  );
  button.addEventListener('click', () => {
    row.replaceWith(...rows);
    // The button is gone: what it brought gets the focus, and is read out.
    rows[0]?.setAttribute('tabindex', '-1');
    rows[0]?.focus();
  });
  return row;
}

function heads({ document, names }: Sheet, layout: Layout): HTMLElement {
  const number = (text: string) =>
    el(document, 'th', { scope: 'col', class: 'diff-number' }, hidden(document, text));
  const code = (...content: Child[]) => el(document, 'th', { scope: 'col' }, ...content);
  const { yours, solution } = names.heads;
  return layout === 'split'
    ? el(
        document,
        'tr',
        {},
        number(names.numbers.yours),
        code(yours),
        number(names.numbers.solution),
        code(solution),
      )
    : el(
        document,
        'tr',
        {},
        number(names.numbers.yours),
        number(names.numbers.solution),
        code(
          `${SIDES.yours.sign} ${yours.toLowerCase()}, ${SIDES.solution.sign} ${solution.toLowerCase()}`,
        ),
      );
}

/** What differs between two texts, as a table under the name `caption`. */
export function differenceTable(
  document: Document,
  rows: readonly Row[],
  {
    layout,
    caption,
    colors,
    names = NAMES,
  }: { layout: Layout; caption: string; colors: Colors; names?: Names },
): HTMLElement {
  const sheet = { document, colors, names };
  const draw = layout === 'split' ? splitRows : unifiedRows;
  const columns = layout === 'split' ? 4 : 3;
  return el(
    document,
    'table',
    { class: `diff diff-${layout}` },
    el(document, 'caption', { class: 'sr-only' }, caption),
    el(document, 'thead', {}, heads(sheet, layout)),
    el(
      document,
      'tbody',
      {},
      ...foldsOf(rows).flatMap((part) => {
        const drawn = draw(sheet, part.rows);
        return part.folded ? [foldRow(document, columns, drawn)] : drawn;
      }),
    ),
  );
}
