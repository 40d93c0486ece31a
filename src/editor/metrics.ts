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
