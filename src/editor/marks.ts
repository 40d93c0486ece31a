import type { editor } from 'monaco-editor/editor';
import type { LineMark } from './editor.ts';

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
