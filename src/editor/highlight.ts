import { shikiToMonaco } from '@shikijs/monaco';
import { editor, languages } from 'monaco-editor/editor';
import { conf } from 'monaco-editor/languages/definitions/python/python';
import { highlighter } from './colors.ts';
import darkTheme from './theme-dark.json' with { type: 'json' };
import lightTheme from './theme-light.json' with { type: 'json' };

/**
 * Color Python in Monaco with the grammar and themes that color the static blocks of the site, so
 * that nothing changes its color when the editor takes a static block's place. SQL is for what a
 * line's mark shows.
 */
export function highlightPython(): void {
  languages.register({ id: 'python', extensions: ['.py'] });
  languages.register({ id: 'sql' });
  languages.setLanguageConfiguration('python', conf);
  shikiToMonaco(highlighter, { editor, languages });
}

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
