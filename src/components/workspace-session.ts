import { atom, type ReadableAtom } from 'nanostores';
import { type Exercise, gradeRequest, runRequest } from '../runtime/exercise.ts';
import type { Files } from '../runtime/protocol.ts';
import type { Report } from '../runtime/report.ts';
import type { Outcome, Runtime } from '../runtime/state.ts';

/** What the session does with the learner's files. */
export type Work = 'run' | 'grading';

export type Activity = { kind: 'idle' } | { kind: 'busy'; what: Work };

/** The last result: none yet, of the build, or of the learner's own run or check of these files. */
export type Result =
  | { kind: 'none' }
  | { kind: 'recorded'; report: Report }
  | { kind: 'live'; what: Work; files: Files; outcome: Outcome };

/** Runs and checks the learner's files, one at a time. */
export interface Session {
  readonly $activity: ReadableAtom<Activity>;
  readonly $result: ReadableAtom<Result>;
  /** Load Python and open the project; a click on Run does so too. */
  open(): void;
  run(): Promise<void>;
  check(): Promise<void>;
  stop(): void;
}

export interface SessionParts {
  exercise: Exercise;
  /** Null where the learner must not know beforehand. */
  recorded: Report | null;
  runtime: Runtime;
  /** The editable files as they are now. */
  files: () => Files;
  /** False while the learner is to predict what a run will do. */
  mayRun: () => boolean;
  /** Told of each report of a check. */
  graded: (report: Report) => void;
}

export function createSession(parts: SessionParts): Session {
  const { exercise, recorded, runtime } = parts;
  const { project, seed, limits } = exercise;
  const $activity = atom<Activity>({ kind: 'idle' });
  const $result = atom<Result>(
    recorded ? { kind: 'recorded', report: recorded } : { kind: 'none' },
  );

  async function perform(what: Work, begin: (files: Files) => Promise<Outcome>): Promise<void> {
    if ($activity.get().kind === 'busy') return;
    // Typing goes on meanwhile.
    const files = parts.files();
    $activity.set({ kind: 'busy', what });
    try {
      const outcome = await begin(files);
      $result.set({ kind: 'live', what, files, outcome });
      if (what === 'grading' && outcome.kind === 'report') parts.graded(outcome.report);
    } finally {
      $activity.set({ kind: 'idle' });
    }
  }

  return {
    $activity,
    $result,
    open: () => runtime.open({ project, seed }),
    async run() {
      if (!parts.mayRun()) return;
      await perform('run', (files) => runtime.run(runRequest(exercise, files), limits.run_seconds));
    },
    async check() {
      await perform('grading', (files) =>
        runtime.grade(gradeRequest(exercise, files), limits.grade_seconds),
      );
    },
    stop() {
      if ($activity.get().kind === 'busy') runtime.stop();
    },
  };
}
