/** The site's colors of Python and SQL. The prebuilt Monaco holds it; other editors load it alone. */
import { createHighlighterCoreSync, type ThemeRegistrationRaw } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import python from 'shiki/langs/python.mjs';
import sql from 'shiki/langs/sql.mjs';
import type { Highlight } from '../evidence/sql.ts';
import darkTheme from './theme-dark.json' with { type: 'json' };
import lightTheme from './theme-light.json' with { type: 'json' };

// Theme files have more keys than Shiki's types know.
const light = lightTheme as unknown as ThemeRegistrationRaw;
const dark = darkTheme as unknown as ThemeRegistrationRaw;

export const highlighter = createHighlighterCoreSync({
  themes: [light, dark],
  langs: [python, sql],
  engine: createJavaScriptRegexEngine(),
});

/** The colors of a statement, for the evidence panel. */
export const highlightSql: Highlight = (text) => tokensOf(text, 'sql');

/** The colors of code outside of the editor, for the comparison with the solution. */
export const colorPython: Highlight = (text) => tokensOf(text, 'python');

const tokensOf = (text: string, lang: 'python' | 'sql') =>
  highlighter
    .codeToTokensWithThemes(text, {
      lang,
      themes: { light: lightTheme.name, dark: darkTheme.name },
    })
    .map((line) =>
      line.map(({ content, variants }) => ({
        text: content,
        light: variants.light?.color ?? 'inherit',
        dark: variants.dark?.color ?? 'inherit',
      })),
    );
