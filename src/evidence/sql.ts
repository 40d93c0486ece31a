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

/** A statement, laid out for reading; plain until `paintSql`. */
export function sqlBlock(document: Document, sql: string, label = 'SQL'): HTMLPreElement {
  return el(
    document,
    'pre',
    { class: 'sql', tabindex: 0, role: 'group', 'aria-label': label },
    sql,
  );
}

/** Colors a statement at once when `highlight` answers at once, or when its tokens arrive. */
export function paintSql(block: HTMLPreElement, highlight: Highlight): void {
  const tokens = highlight(block.textContent ?? '');
  const paint = (lines: readonly SqlToken[][]) =>
    block.replaceChildren(...colored(block.ownerDocument, lines));
  if (tokens instanceof Promise) {
    // Without colors the statement can still be read, so a highlighter that fails costs nothing.
    tokens.then(paint, () => {});
  } else {
    paint(tokens);
  }
}
