import type { Linter, Problem } from '../editor/language.ts';
import type { Buffers } from '../stores/buffers.ts';
import type { Settings } from '../stores/settings.ts';
import type { FilesView } from './workspace-files.ts';

/** Typing goes on for a moment before anybody reads it. */
const PAUSE_MS = 400;

export interface LintParts {
  linter: Linter;
  files: Pick<FilesView, 'report'>;
  buffers: Pick<Buffers, '$buffers'>;
  settings: Pick<Settings, '$settings' | 'change'>;
  /** Tell the learner, in one sentence; '' when there is nothing to tell any more. */
  say: (words: string) => void;
}

/** While the learner wants it: read what they typed, and report the problems. */
export function connectLint({ linter, files, buffers, settings, say }: LintParts): void {
  const read = new Map<string, string>();
  let pending: ReturnType<typeof setTimeout> | undefined;
  let on = false;

  async function lint(path: string, text: string): Promise<void> {
    if (read.get(path) === text) return;
    read.set(path, text);
    let problems: readonly Problem[] = [];
    try {
      problems = await linter.problems(path, text);
    } catch (error) {
      console.warn('Ruff did not load.', error);
      settings.change({ problems: false });
      say('Ruff did not load. Check your connection and try again.');
      return;
    }
    // The text may be another one by now, and its own answer is on the way.
    if (on && buffers.$buffers.get().files[path] === text) files.report(path, problems);
  }

  function all(): void {
    for (const [path, text] of Object.entries(buffers.$buffers.get().files)) {
      if (path.endsWith('.py')) void lint(path, text);
    }
  }

  buffers.$buffers.listen(() => {
    if (!on) return;
    clearTimeout(pending);
    pending = setTimeout(all, PAUSE_MS);
  });
  settings.$settings.subscribe(({ problems }) => {
    if (problems === on) return;
    on = problems;
    clearTimeout(pending);
    read.clear();
    if (on) all();
    else for (const path of Object.keys(buffers.$buffers.get().files)) files.report(path, []);
  });
}
