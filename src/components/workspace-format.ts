import type { Linter } from '../editor/language.ts';
import type { FilesView } from './workspace-files.ts';

/** Write the file in view as Ruff would. One step that can be undone. */
export async function formatCurrent(
  linter: Pick<Linter, 'format'>,
  files: Pick<FilesView, 'current' | 'replace'>,
  say: (words: string) => void,
): Promise<void> {
  const { path, text, readOnly } = files.current();
  if (readOnly || !path.endsWith('.py')) {
    say(readOnly ? `${path} is read-only.` : `${path} is no Python, so it was not formatted.`);
    return;
  }
  try {
    const formatted = await linter.format(path, text);
    if (files.current().path === path && files.current().text !== text) {
      say(`${path} changed meanwhile, so it was not formatted.`);
    } else if (formatted === text) {
      say(`${path} is formatted already.`);
    } else {
      files.replace(path, formatted);
      say(`Formatted ${path}.`);
    }
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
  }
}
