import { el } from './el.ts';
import { source } from './view.ts';

/** What a failed `assert one == other` compared. */
export interface Compared {
  got: string;
  expected: string;
  /** What pytest says below it. */
  rest: string[];
}

/** Reads pytest's words for a failed comparison; null where they are about something else. */
export function comparedIn(message: string): Compared | null {
  const [first = '', ...rest] = message.split('\n');
  const match = /^(?:AssertionError: )?assert (.+?) == (.+)$/.exec(first);
  if (!match || match[2]?.includes(' == ')) return null;
  const lines = rest.filter((line) => line.trim() !== '' && !/^\s*Use -v/.test(line));
  return { got: match[1] ?? '', expected: match[2] ?? '', rest: lines };
}

/** A failure as pytest tells it; of a comparison, what came above what was expected. */
export function assertion(document: Document, message: string): HTMLElement {
  const compared = comparedIn(message);
  if (!compared) return source(document, message, 'What pytest says');
  const line = (kind: string, sign: string, name: string, text: string) =>
    el(
      document,
      'div',
      { class: `diff-line diff-${kind}` },
      el(document, 'span', { class: 'diff-sign', 'aria-hidden': 'true' }, sign),
      el(document, 'span', { class: 'diff-name' }, name),
      el(document, 'code', {}, text),
    );
  return el(
    document,
    'div',
    { class: 'assertion' },
    line('got', '−', 'got', compared.got),
    line('expected', '+', 'expected', compared.expected),
    compared.rest.length > 0
      ? source(document, compared.rest.join('\n'), 'What pytest says')
      : null,
  );
}
