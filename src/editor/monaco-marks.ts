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

export function modelMarks(model: editor.ITextModel): ModelMarks {
  let placed: readonly PlacedMark[] = [];
  let errors: readonly { id: string; mark: LineMark }[] = [];

  const showErrors = () =>
    editor.setModelMarkers(
      model,
      RUN,
      errors.flatMap(({ id, mark }) => {
        const line = model.getDecorationRange(id)?.startLineNumber;
        return line ? [errorMarker(model, line, mark)] : [];
      }),
    );

  return {
    mark(marks) {
      for (const { sign } of marks) styleSign(sign);
      const shown = marks.filter(({ line }) => line >= 1 && line <= model.getLineCount());
      const next = decorations(model, shown);
      const ids = model.deltaDecorations(
        placed.map(({ id }) => id),
        next,
      );
      placed = next.map(({ range }, index) => ({
        id: ids[index] ?? '',
        text: model.getLineContent(range.startLineNumber),
      }));
      errors = shown.flatMap((mark, index) =>
        mark.kind === 'error' ? [{ id: ids[index] ?? '', mark }] : [],
      );
      showErrors();
    },
    report: (problems) => editor.setModelMarkers(model, READER, problems.map(problemMarker)),
    changed() {
      const gone = outdated(model, placed);
      if (gone.length === 0) return;
      const ids = gone.map(({ id }) => id);
      model.deltaDecorations(ids, []);
      placed = placed.filter((mark) => !gone.includes(mark));
      errors = errors.filter(({ id }) => !ids.includes(id));
      showErrors();
    },
  };
}

/** Under the whole of the line's code: a run knows the line, not the column. */
function errorMarker(
  model: editor.ITextModel,
  line: number,
  { message, label }: LineMark,
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
