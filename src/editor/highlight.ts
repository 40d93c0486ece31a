import { shikiToMonaco } from '@shikijs/monaco';
import { editor, languages } from 'monaco-editor/editor';
import { conf } from 'monaco-editor/languages/definitions/python/python';
import { createHighlighterCoreSync } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import python from 'shiki/langs/python.mjs';
import dark from './theme-dark.json' with { type: 'json' };
import light from './theme-light.json' with { type: 'json' };

/**
 * Color Python in Monaco with the grammar and themes that color the static blocks of the site, so
 * that nothing changes its color when the editor takes a static block's place.
 */
export function highlightPython(): void {
  languages.register({ id: 'python', extensions: ['.py'] });
  languages.setLanguageConfiguration('python', conf);
  const highlighter = createHighlighterCoreSync({
    themes: [light, dark],
    langs: [python],
    engine: createJavaScriptRegexEngine(),
  });
  shikiToMonaco(highlighter, { editor, languages });
}

/** Follow the site's theme, which Starlight's toggle writes on the root element. */
export function followTheme(): () => void {
  const root = document.documentElement;
  const apply = () =>
    editor.setTheme(root.dataset.theme === 'dark' ? dark.name : light.name);
  apply();
  const observer = new MutationObserver(apply);
  observer.observe(root, { attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}
