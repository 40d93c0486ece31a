import { type Child, el } from '../evidence/el.ts';
import type { SqlToken } from '../evidence/sql.ts';
import type { Line } from './difference.ts';

interface Piece {
  text: string;
  token: SqlToken | null;
  changed: boolean;
}

/** The line cut wherever its color changes or a changed word begins or ends. */
function piecesOf({ text, changed }: Line, tokens: readonly SqlToken[]): Piece[] {
  const spans: { from: number; to: number; token: SqlToken }[] = [];
  let at = 0;
  for (const token of tokens) {
    spans.push({ from: at, to: at + token.text.length, token });
    at += token.text.length;
  }
  const cuts = [0, text.length, ...changed.flat(), ...spans.flatMap(({ from, to }) => [from, to])];
  const places = [...new Set(cuts)].filter((cut) => cut <= text.length).sort((a, b) => a - b);
  return places.slice(0, -1).map((from, index) => ({
    text: text.slice(from, places[index + 1]),
    token: spans.find((span) => span.from <= from && from < span.to)?.token ?? null,
    changed: changed.some(([start, end]) => start <= from && from < end),
  }));
}

/** Text that breaks, where it must, after a dot or a parenthesis rather than within a name. */
function breakable(document: Document, text: string): Node[] {
  return text
    .split(/(?<=[.(=])/)
    .flatMap((part) => [
      document.createTextNode(part),
      ...(/[.(=]$/.test(part) ? [document.createElement('wbr')] : []),
    ]);
}

/**
 * A line as nodes: colored when there are tokens, and its changed words in `del` or `ins`.
 * @param tokens of this line; empty when nothing colors it.
 */
export function paintLine(
  document: Document,
  line: Line,
  tag: 'del' | 'ins',
  tokens: readonly SqlToken[] = [],
): Child[] {
  const nodes: Child[] = [];
  let words: HTMLElement | null = null;
  for (const { text, token, changed } of piecesOf(line, tokens)) {
    const style = token && `--light:${token.light};--dark:${token.dark}`;
    const code = breakable(document, text);
    const content = style ? [el(document, 'span', { style }, ...code)] : code;
    if (!changed) {
      words = null;
      nodes.push(...content);
      continue;
    }
    if (!words) {
      words = el(document, tag);
      nodes.push(words);
    }
    words.append(...content);
  }
  return nodes;
}
