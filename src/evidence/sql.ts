import { el } from './el.ts';

/** A run of text in one color of the light and one of the dark theme. */
export interface SqlToken {
  text: string;
  light: string;
  dark: string;
}

/** Tokens of a statement, line by line. Whoever renders brings it; nothing here imports Shiki. */
export type Highlight = (sql: string) => readonly SqlToken[][] | Promise<readonly SqlToken[][]>;

function colored(document: Document, lines: readonly SqlToken[][]): (HTMLElement | string)[] {
  return lines.flatMap((line, index) => [
    ...(index > 0 ? ['\n'] : []),
    ...line.map(({ text, light, dark }) =>
      el(document, 'span', { style: `--light:${light};--dark:${dark}` }, text),
    ),
  ]);
}

/**
 * A statement, laid out for reading. Plain at first; colored at once when `highlight` answers at
 * once (the build), or when its tokens arrive.
 */
export function sqlBlock(
  document: Document,
  sql: string,
  highlight: Highlight | null,
): HTMLPreElement {
  const block = el(document, 'pre', { class: 'sql', tabindex: 0, 'aria-label': 'SQL' }, sql);
  const tokens = highlight?.(sql);
  const paint = (lines: readonly SqlToken[][]) =>
    block.replaceChildren(...colored(document, lines));
  if (tokens instanceof Promise) {
    // Without colors the statement can still be read, so a highlighter that fails costs nothing.
    tokens.then(paint, () => {});
  } else if (tokens) {
    paint(tokens);
  }
  return block;
}
