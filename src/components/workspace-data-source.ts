import type { DataSource } from '../data/source.ts';
import type { Exercise } from '../runtime/exercise.ts';
import type { Files } from '../runtime/protocol.ts';
import type { Runtime } from '../runtime/state.ts';
import type { Session } from './workspace-session.ts';

/** The data of the exercise's project, as the assistant tells of it. */
export function dataSource(
  exercise: Pick<Exercise, 'project' | 'seed' | 'starter'>,
  { runtime, session, files }: { runtime: Runtime; session: Session; files: () => Files },
): DataSource {
  const { project, seed, starter } = exercise;
  const situation = () => ({ project, seed, files: { ...starter, ...files() } });
  const image = () => runtime.$image.get() > 0;
  return {
    schema: () => runtime.assist(situation(), { kind: 'schema' }),
    tables: () => runtime.assist(situation(), { kind: 'tables', image: image() }),
    rows: (table, from, count, key) =>
      runtime.assist(situation(), { kind: 'rows', image: image(), table, from, count, key }),
    version: () => runtime.$image.get(),
    report() {
      const result = session.$result.get();
      if (result.kind !== 'live' || result.outcome.kind !== 'report') return null;
      return result.outcome.report.kind === 'run' ? result.outcome.report : null;
    },
  };
}
