import type { Language } from '../editor/language.ts';
import type { Exercise } from '../runtime/exercise.ts';
import type { Files } from '../runtime/protocol.ts';
import type { Runtime } from '../runtime/state.ts';

/** What an editor asks about code, answered by the Python beside the runs. */
export function workspaceLanguage(
  exercise: Pick<Exercise, 'project' | 'seed' | 'starter'>,
  runtime: Runtime,
  files: () => Files,
): Language {
  const { project, seed, starter } = exercise;
  const situation = () => ({ project, seed, files: { ...starter, ...files() } });
  return {
    async complete(path, text, offset) {
      const question = { kind: 'complete', path, text, offset } as const;
      return (await runtime.assist(situation(), question)) ?? [];
    },
    signature: (path, text, offset) =>
      runtime.assist(situation(), { kind: 'signature', path, text, offset }),
    describe: (path, text, offset) =>
      runtime.assist(situation(), { kind: 'describe', path, text, offset }),
  };
}
