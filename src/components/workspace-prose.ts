/** A stretch of a hint's text: code where the author wrote it between backticks. */
export interface Span {
  code: boolean;
  text: string;
}

/** A hint is one paragraph; backticks are the only markup that it knows. */
export function spans(text: string): Span[] {
  return text
    .split('`')
    .map((part, index) => ({ code: index % 2 === 1, text: part }))
    .filter((span) => span.text !== '');
}
