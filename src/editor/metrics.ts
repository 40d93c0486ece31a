/**
 * The measures that the static block, the text area and Monaco share, so that nothing moves when
 * one takes another's place. Static code has the same values in `styles/code.css`.
 */
export const CODE_FONT = {
  fontFamily: 'var(--font-code)',
  fontSize: 14,
  lineHeight: 22,
  padding: { top: 12, bottom: 12 },
} as const;

/** Whole pixels, and 22 at 14. */
export function lineHeight(fontSize: number): number {
  return Math.round((fontSize * CODE_FONT.lineHeight) / CODE_FONT.fontSize);
}
