import { el } from './el.ts';
import type { Span } from './literals.ts';

/** A run of text in one color of the light and one of the dark theme. */
export interface SqlToken {
  text: string;
  light: string;
  dark: string;
}

/** Tokens of a statement, line by line. Whoever renders brings it; nothing here imports Shiki. */
export type Highlight = (sql: string) => readonly SqlToken[][] | Promise<readonly SqlToken[][]>;

interface Piece {
  text: string;
  style: string | null;
}

function colored(lines: readonly SqlToken[][]): Piece[] {
  return lines.flatMap((line, index) => [
    ...(index > 0 ? [{ text: '\n', style: null }] : []),
    ...line.map(({ text, light, dark }) => ({ text, style: `--light:${light};--dark:${dark}` })),
  ]);
}

/** Elements for the pieces of a text, those within `values` marked. */
function marked(
  document: Document,
  pieces: readonly Piece[],
  values: readonly Span[],
): (HTMLElement | string)[] {
  const nodes: (HTMLElement | string)[] = [];
  let offset = 0;
  let next = 0;
  for (const { text, style } of pieces) {
    let at = 0;
    while (at < text.length) {
      while ((values[next]?.end ?? Number.POSITIVE_INFINITY) <= offset + at) next++;
      const value = values[next];
      const inside = value !== undefined && value.start <= offset + at;
      const until = (inside ? value.end : (value?.start ?? Number.POSITIVE_INFINITY)) - offset;
      const part = text.slice(at, until);
      const node = style === null ? part : el(document, 'span', { style }, part);
      nodes.push(inside ? el(document, 'mark', { class: 'value' }, node) : node);
      at += part.length;
    }
    offset += text.length;
  }
  return nodes;
}

/** A statement, laid out for reading, its values marked; without colors until `paintSql`. */
export function sqlBlock(
  document: Document,
  sql: string,
  label = 'SQL',
  values: readonly Span[] = [],
): HTMLPreElement {
  return el(
    document,
    'pre',
    { class: 'sql', tabindex: 0, role: 'group', 'aria-label': label },
    ...marked(document, [{ text: sql, style: null }], values),
  );
}

/** Colors a statement at once when `highlight` answers at once, or when its tokens arrive. */
export function paintSql(
  block: HTMLPreElement,
  highlight: Highlight,
  values: readonly Span[] = [],
): void {
  const text = block.textContent ?? '';
  const tokens = highlight(text);
  const paint = (lines: readonly SqlToken[][]) => {
    // By the time the tokens arrive, another statement may stand here.
    if (block.textContent !== text) return;
    block.replaceChildren(...marked(block.ownerDocument, colored(lines), values));
  };
  if (tokens instanceof Promise) {
    // Without colors the statement can still be read, so a highlighter that fails costs nothing.
    tokens.then(paint, () => {});
  } else {
    paint(tokens);
  }
}
