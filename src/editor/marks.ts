import type { editor } from 'monaco-editor/editor';
import type { LineMark } from './editor.ts';

/** A mark in the editor, and the text that its line had when the run was. */
export interface PlacedMark {
  id: string;
  text: string;
}

/** The marks whose lines say something else by now: what they tell is of code that is gone. */
export function outdated(
  model: Pick<editor.ITextModel, 'getDecorationRange' | 'getLineContent'>,
  placed: readonly PlacedMark[],
): PlacedMark[] {
  return placed.filter(({ id, text }) => {
    const range = model.getDecorationRange(id);
    return !range || model.getLineContent(range.startLineNumber) !== text;
  });
}

/** The decorations for a file's marks: the label after the line, and where it matters a tint and a sign. */
export function decorations(
  model: Pick<editor.ITextModel, 'getLineCount' | 'getLineMaxColumn'>,
  marks: readonly LineMark[],
): editor.IModelDeltaDecoration[] {
  return marks
    .filter((mark) => mark.line >= 1 && mark.line <= model.getLineCount())
    .map((mark) => {
      const end = model.getLineMaxColumn(mark.line);
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
          className: `line-mark-${mark.kind}`,
          glyphMarginClassName: `line-sign-${mark.kind}`,
          after: {
            content: mark.label,
            inlineClassName: `line-label line-label-${mark.kind}`,
            inlineClassNameAffectsLetterSpacing: true,
          },
        },
      };
    });
}
