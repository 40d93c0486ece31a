import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { type Tag, tags } from '@lezer/highlight';
import darkTheme from './theme-dark.json' with { type: 'json' };
import lightTheme from './theme-light.json' with { type: 'json' };

interface Theme {
  settings: readonly { scope?: readonly string[]; settings: { foreground?: string } }[];
}

/** Which tags of the light editor's grammar a scope of the themes stands for. */
const SCOPES: readonly [string, readonly Tag[]][] = [
  ['comment', [tags.comment]],
  [
    'keyword',
    [tags.keyword, tags.operatorKeyword, tags.controlKeyword, tags.bool, tags.null, tags.self],
  ],
  ['string', [tags.string, tags.docString]],
  ['constant.numeric', [tags.number, tags.escape, tags.special(tags.string)]],
  [
    'entity.name.function',
    [
      tags.function(tags.variableName),
      tags.function(tags.definition(tags.variableName)),
      tags.function(tags.propertyName),
      tags.meta,
    ],
  ],
  ['entity.name.class', [tags.className, tags.definition(tags.className), tags.typeName]],
  ['keyword.operator', [tags.operator, tags.punctuation]],
];

function foreground({ settings }: Theme, scope: string): string {
  const found = settings.find((each) => each.scope?.includes(scope));
  return found?.settings.foreground ?? 'inherit';
}

const style = HighlightStyle.define(
  SCOPES.map(([scope, tag]) => ({
    tag,
    // The root's `color-scheme` decides, which is the site's theme.
    color: `light-dark(${foreground(lightTheme, scope)}, ${foreground(darkTheme, scope)})`,
  })),
);

/** The colors of the site in both themes: all of them its own custom properties. */
export const theme: Extension = [
  syntaxHighlighting(style),
  EditorView.theme({
    '&': { height: '100%', backgroundColor: 'var(--raised)', color: 'var(--ink)' },
    // The caret and its line's number say where the focus is, as in Monaco.
    '&.cm-focused': { outline: 'none' },
    '.cm-scroller': { fontFamily: 'var(--font-code)', overflow: 'auto' },
    '.cm-content': { padding: '12px 0', caretColor: 'var(--ink)' },
    '.cm-cursor': { borderInlineStartColor: 'var(--ink)' },
    '.cm-gutters': { backgroundColor: 'var(--raised)', color: 'var(--ink-soft)', border: '0' },
    '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
    '&.cm-focused .cm-activeLineGutter': { color: 'var(--ink)' },
    '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground':
      { backgroundColor: 'light-dark(#d5e3f5, #2b3c52)' },
    '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
      backgroundColor: 'var(--sunken)',
      outline: '1px solid var(--line-strong)',
    },
    '.cm-tooltip, .cm-panels': {
      border: '1px solid var(--line)',
      backgroundColor: 'var(--raised)',
      color: 'var(--ink)',
    },
    '.cm-tooltip': { fontSize: '14px', lineHeight: '1.5' },
    '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--font-code)' },
    '.cm-tooltip-autocomplete ul li[aria-selected]': {
      backgroundColor: 'light-dark(#d5e3f5, #2b3c52)',
      color: 'var(--ink)',
    },
    '.cm-completionDetail': { color: 'var(--ink-soft)', fontStyle: 'normal' },
    '.cm-lintRange-error, .cm-lintRange-warning': {
      backgroundImage: 'none',
      textDecoration: 'underline wavy var(--wrong) 1px',
      textUnderlineOffset: '3px',
    },
    // Amber is cost, and only that.
    '.cm-lintRange-warning': { textDecorationColor: 'var(--link)' },
    '.cm-diagnostic-error': { borderInlineStartColor: 'var(--wrong)' },
    '.cm-diagnostic-warning': { borderInlineStartColor: 'var(--link)' },
  }),
];
