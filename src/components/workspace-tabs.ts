import type { SourceFile } from '../editor/editor.ts';
import type { Exercise } from '../runtime/exercise.ts';

/** The files with a tab from the start; an answer's own file comes last, its form stands beside it. */
export function tabFiles(exercise: Exercise): SourceFile[] {
  const { form, editable, read_only, starter, project } = exercise;
  const file = (path: string, readOnly: boolean) => ({
    path,
    text: starter[path] ?? project.files[path] ?? '',
    readOnly,
  });
  const marked = form.kind === 'review' ? form.files : [];
  const shown = [...new Set([...marked, ...read_only])].map((path) => file(path, true));
  const edited = editable.map((path) => file(path, false));
  return form.kind === 'code' ? [...edited, ...shown] : [...shown, ...edited];
}

/** The other files of the project, opened when asked for. */
export function otherFiles(exercise: Exercise): SourceFile[] {
  const { project, starter } = exercise;
  const tabs = new Set(tabFiles(exercise).map(({ path }) => path));
  return Object.entries(project.files)
    .filter(([path]) => !(path in starter) && !tabs.has(path))
    .map(([path, text]) => ({ path, text, readOnly: true }));
}
