import { signClass } from './marks.ts';

let sheet: CSSStyleSheet | null = null;
const known = new Set<string>();

/** Let the class of a sign show it: Monaco takes classes for its margin, and no text. */
export function styleSign(sign: string | undefined): void {
  const name = signClass(sign);
  if (!sign || !name || known.has(name)) return;
  known.add(name);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
  sheet.insertRule(`.${name}::before { content: "${sign}"; }`);
}
