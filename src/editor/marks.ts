import type { editor } from 'monaco-editor/editor';
import type { LineMark } from './editor.ts';
import { markWords } from './mark-words.ts';

/** A mark in the editor, and the text that its line had when the run was. */
export interface PlacedMark {
  id: string;
  text: string;
}

/** The marks whose lines say something else by now: what they tell is of code that is gone. */
export function outdated<T extends PlacedMark>(
  model: Pick<editor.ITextModel, 'getDecorationRange' | 'getLineContent'>,
  placed: readonly T[],
): T[] {
  return placed.filter(({ id, text }) => {
    const range = model.getDecorationRange(id);
    return !range || model.getLineContent(range.startLineNumber) !== text;
  });
}

/**
 * The class that shows a sign in the margin, which Monaco gives no text of its own; null for what is
 * no count: a class must not carry anything else into a style sheet.
 */
export function signClass(sign: string | undefined): string | null {
  return sign && /^\d+(\.\d+)?[kM]?×$/.test(sign)
    ? `line-count-${sign.slice(0, -1).replace('.', '_')}`
    : null;
}

/**
 * `TrackedRangeStickiness.GrowsOnlyWhenTypingBefore`: a new line at the mark's place goes behind it, so
 * that the mark stays on its own line. A number, as this module is tested without Monaco.
 */
const STAYS_BEFORE = 2;

/**
 * The decorations for a file's marks: the count in the margin, a bar and a glow by how often, and the
 * label after the line.
 */
export function decorations(
  model: Pick<editor.ITextModel, 'getLineCount' | 'getLineMaxColumn'>,
  marks: readonly LineMark[],
): editor.IModelDeltaDecoration[] {
  return marks
    .filter((mark) => mark.line >= 1 && mark.line <= model.getLineCount())
    .map((mark) => {
      const end = model.getLineMaxColumn(mark.line);
      const hover = markWords(mark).map((value) => ({ value }));
      const heat = mark.heat ? `line-heat-${mark.heat}` : '';
      return {
        range: {
          startLineNumber: mark.line,
          startColumn: end,
          endLineNumber: mark.line,
          endColumn: end,
        },
        options: {
          isWholeLine: true,
          // A collapsed range at the line's end is where the label belongs; without this Monaco
          // renders nothing for it.
          showIfCollapsed: true,
          stickiness: STAYS_BEFORE,
          className: classes(`line-mark-${mark.kind}`, heat),
          glyphMarginClassName: classes(
            'line-sign',
            `line-sign-${mark.kind}`,
            signClass(mark.sign),
          ),
          linesDecorationsClassName: heat && `line-bar ${heat}`,
          glyphMarginHoverMessage: hover,
          lineNumberHoverMessage: hover,
          hoverMessage: hover,
          after: {
            content: mark.label,
            inlineClassName: `line-label line-label-${mark.kind}`,
            inlineClassNameAffectsLetterSpacing: true,
          },
        },
      };
    });
}

function classes(...names: readonly (string | null)[]): string {
  return names.filter(Boolean).join(' ');
}
