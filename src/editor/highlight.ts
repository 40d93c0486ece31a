import { shikiToMonaco } from '@shikijs/monaco';
import { editor, languages } from 'monaco-editor/editor';
import { conf } from 'monaco-editor/languages/definitions/python/python';
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

const highlighter = createHighlighterCoreSync({
  themes: [light, dark],
  langs: [python, sql],
  engine: createJavaScriptRegexEngine(),
});

/**
 * Color Python in Monaco with the grammar and themes that color the static blocks of the site, so
 * that nothing changes its color when the editor takes a static block's place.
 */
export function highlightPython(): void {
  languages.register({ id: 'python', extensions: ['.py'] });
  languages.setLanguageConfiguration('python', conf);
  shikiToMonaco(highlighter, { editor, languages });
}

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

/** Follow the site's theme, which Starlight's toggle writes on the root element. */
export function followTheme(): () => void {
  const root = document.documentElement;
  const apply = () =>
    editor.setTheme(root.dataset.theme === 'dark' ? darkTheme.name : lightTheme.name);
  apply();
  const observer = new MutationObserver(apply);
  observer.observe(root, { attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}
