import { type Child, el } from './el.ts';

/** A stretch of a sentence: code where its author wrote it between backticks. */
export interface Span {
  code: boolean;
  text: string;
}

/** Splits a sentence at its pairs of backticks, the only markup it may have; a lone one stays. */
export function spans(text: string): Span[] {
  return text
    .split(/(`[^`]+`)/)
    .filter((part) => part !== '')
    .map((part) =>
      /^`[^`]+`$/.test(part)
        ? { code: true, text: part.slice(1, -1) }
        : { code: false, text: part },
    );
}

/** A sentence as nodes, to be put into an element: text stays text. */
export function prose(document: Document, text: string): Child[] {
  return spans(text).map((span) => (span.code ? el(document, 'code', {}, span.text) : span.text));
}

/** A sentence for the ear, where backticks would only be noise. */
export function spoken(text: string): string {
  return spans(text)
    .map((span) => span.text)
    .join('');
}
