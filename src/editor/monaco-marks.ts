import { editor, MarkerSeverity } from 'monaco-editor/editor';
import type { LineMark } from './editor.ts';
import type { Problem } from './language.ts';
import { decorations, outdated, type PlacedMark } from './marks.ts';
import { styleSign } from './sign-style.ts';

/** What stands at the lines of one file: marks of the last run, its error, and problems. */
export interface ModelMarks {
  mark(marks: readonly LineMark[]): void;
  report(problems: readonly Problem[]): void;
  /** The text changed: take away what is not true any more. */
  changed(): void;
}

/** Owners of markers: each replaces only its own. */
const RUN = 'run';
const READER = 'reader';

interface Shown extends PlacedMark {
  mark: LineMark;
}

export function modelMarks(model: editor.ITextModel): ModelMarks {
  let placed: readonly Shown[] = [];

  function place(marks: readonly LineMark[]): void {
    const shown = marks.filter(({ line }) => line >= 1 && line <= model.getLineCount());
    const old = placed.map(({ id }) => id);
    const ids = model.deltaDecorations(old, decorations(model, shown));
    placed = shown.map((mark, index) => ({
      id: ids[index] ?? '',
      text: model.getLineContent(mark.line),
      mark,
    }));
    const errors = shown.filter(({ kind }) => kind === 'error');
    editor.setModelMarkers(
      model,
      RUN,
      errors.map((mark) => errorMarker(model, mark)),
    );
  }

  return {
    mark(marks) {
      for (const { sign } of marks) styleSign(sign);
      place(marks);
    },
    report: (problems) => editor.setModelMarkers(model, READER, problems.map(problemMarker)),
    changed() {
      const gone = outdated(model, placed);
      const kept = placed.flatMap((each) => {
        const range = gone.includes(each) ? null : model.getDecorationRange(each.id);
        return range ? [{ mark: each.mark, range }] : [];
      });
      // An edit over many lines may leave a label in the middle of its line.
      const strayed = kept.some(
        ({ range }) => range.startColumn !== model.getLineMaxColumn(range.startLineNumber),
      );
      if (gone.length === 0 && !strayed) return;
      place(kept.map(({ mark, range }) => ({ ...mark, line: range.startLineNumber })));
    },
  };
}

/** Under the whole of the line's code: a run knows the line, not the column. */
function errorMarker(
  model: editor.ITextModel,
  { line, message, label }: LineMark,
): editor.IMarkerData {
  return {
    severity: MarkerSeverity.Error,
    message: message ?? label,
    source: 'last run',
    startLineNumber: line,
    startColumn: model.getLineFirstNonWhitespaceColumn(line) || 1,
    endLineNumber: line,
    endColumn: model.getLineMaxColumn(line),
  };
}

function problemMarker(problem: Problem): editor.IMarkerData {
  return {
    severity: problem.severity === 'error' ? MarkerSeverity.Error : MarkerSeverity.Warning,
    message: problem.message,
    source: problem.code ? `Ruff ${problem.code}` : 'Ruff',
    startLineNumber: problem.line,
    startColumn: problem.column,
    endLineNumber: problem.endLine,
    endColumn: problem.endColumn,
  };
}
