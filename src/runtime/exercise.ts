import type { Files, GradeRequest, Mistake, Project, RunRequest, Seed } from './protocol.ts';

/** The file in which a learner's answer is kept, for exercises that ask for one instead of code. */
export const ANSWERS = 'answers.toml';

/** How the learner answers: with code, by marking lines, or by numbers said beforehand. */
export type Form =
  | { kind: 'code' }
  | {
      kind: 'review';
      reasons: readonly { id: string; text: string }[];
      /** Files of `starter` or of the project whose lines can be marked. */
      files: readonly string[];
    }
  | {
      kind: 'predict';
      questions: readonly {
        id: string;
        text: string;
        /** Stands after the number, for example `queries`; empty when the question says it. */
        unit: string;
        /** To pick one from; empty when a number is asked for. */
        choices: readonly string[];
      }[];
    };

/** What `exercises/<slug>/` holds, read by `src/build/catalog.ts`. */
export interface Exercise {
  slug: string;
  title: string;
  kind: string;
  phase: string;
  /** Curriculum topics, for example `T-27`. */
  topics: readonly string[];
  /** 1 to 3. */
  difficulty: number;
  minutes: number;
  project: Project;
  seed: Seed;
  /** What the seed's size counts, for example `orders`; null where no data grows with it. */
  grows: string | null;
  /** What Run runs; null where there is only Check. */
  entry: string | null;
  /** Paths of `starter` that the learner edits, in the order of the tabs. */
  editable: readonly string[];
  /** Paths of `starter` that are shown but not edited. */
  read_only: readonly string[];
  /** Seconds after which a run, and each probe of a check, is ended. */
  limits: { run_seconds: number; grade_seconds: number };
  /** From a nudge to nearly the solution. */
  hints: readonly string[];
  /** The title of the first check that the starter must fail. */
  fails_at: string;
  /** Which part of the evidence a run opens first; null leaves it to what there is. */
  show: 'queries' | 'output' | null;
  form: Form;
  starter: Files;
  /** Complete, like the starter. */
  solution: Files;
  /** Source of `checks.py`. */
  checks: string;
  /** The author's files for probes. */
  support: Files;
  mistakes: readonly Mistake[];
  /** Changes whenever the starter does: a learner's saved text names the version it began from. */
  version: string;
}

/** The request that runs these files, which are laid over the starter. */
export function runRequest({ project, seed, entry, starter }: Exercise, files: Files): RunRequest {
  return { project, seed, entry: entry ?? '', files: { ...starter, ...files } };
}

/**
 * The request that grades them.
 *
 * @param shift added to the numbers of all seeds of the checks.
 */
export function gradeRequest(exercise: Exercise, files: Files, shift = 0): GradeRequest {
  const { checks, support, solution, mistakes } = exercise;
  return { ...runRequest(exercise, files), checks, support, solution, mistakes, shift };
}
