import { type Diagnostic, setDiagnostics } from '@codemirror/lint';
import type { Text } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { LineMark } from './editor.ts';
import type { Problem } from './language.ts';

/** Underline what a reader found, and the lines where the last run failed. */
export function showProblems(
  view: EditorView,
  problems: readonly Problem[],
  marks: readonly LineMark[],
): void {
  const { doc } = view.state;
  const errors = marks.filter(({ kind, line }) => kind === 'error' && line <= doc.lines);
  const diagnostics = [
    ...problems.map((problem) => found(doc, problem)),
    ...errors.map((mark) => failed(doc, mark)),
  ].sort((one, other) => one.from - other.from);
  view.dispatch(setDiagnostics(view.state, diagnostics));
}

function found(doc: Text, problem: Problem): Diagnostic {
  const { severity, code, message } = problem;
  const from = offset(doc, problem.line, problem.column);
  const to = offset(doc, problem.endLine, problem.endColumn);
  // Something that is missing has no width to underline, so its neighbor has to serve.
  const empty = doc.sliceString(from, to).trim() === '';
  return {
    from: empty ? Math.max(doc.lineAt(from).from, from - 1) : from,
    to: empty ? from : to,
    severity,
    message: code ? `${message} (${code})` : message,
  };
}

function failed(doc: Text, { line, message, label }: LineMark): Diagnostic {
  const { from, to, text } = doc.line(line);
  const indent = text.length - text.trimStart().length;
  return { from: from + indent, to, severity: 'error', message: message ?? label };
}

function offset(doc: Text, line: number, column: number): number {
  const { from, to } = doc.line(Math.min(Math.max(1, line), doc.lines));
  return Math.min(to, from + Math.max(0, column - 1));
}
