/** Shipped without types: Monaco's brackets, comments and indentation rules for Python. */
declare module 'monaco-editor/languages/definitions/python/python' {
  import type { languages } from 'monaco-editor/editor';
  export const conf: languages.LanguageConfiguration;
}
