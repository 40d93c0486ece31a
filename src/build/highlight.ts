import { createHighlighterCoreSync } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import python from 'shiki/langs/python.mjs';
import sql from 'shiki/langs/sql.mjs';
import type { SqlToken } from '../evidence/sql.ts';
import { codeThemes } from './themes.ts';

const highlighter = createHighlighterCoreSync({
  themes: [codeThemes.light, codeThemes.dark],
  langs: [python, sql],
  engine: createJavaScriptRegexEngine(),
});

/** Tokens of a text, line by line, with the color of each theme. */
export function tokensOf(text: string, lang: 'python' | 'sql'): SqlToken[][] {
  const lines = highlighter.codeToTokensWithThemes(text, {
    lang,
    themes: { light: codeThemes.light, dark: codeThemes.dark },
  });
  return lines.map((line) =>
    line.map(({ content, variants }) => ({
      text: content,
      light: variants.light?.color ?? 'inherit',
      dark: variants.dark?.color ?? 'inherit',
    })),
  );
}
