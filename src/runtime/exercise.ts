import type { Files, Project, Seed } from './protocol.ts';

/** What `exercises/<slug>/` holds, read by `src/build/catalog.ts`. */
export interface Exercise {
  slug: string;
  title: string;
  phase: string;
  /** Curriculum topics, for example `T-27`. */
  topics: readonly string[];
  /** 1 to 3. */
  difficulty: number;
  minutes: number;
  project: Project;
  seed: Seed;
  entry: string;
  /** Paths of `starter` that the learner edits, in the order of the tabs. */
  editable: readonly string[];
  /** Paths of `starter` that are shown but not edited. */
  read_only: readonly string[];
  limits: { run_seconds: number; grade_seconds: number };
  /** From a nudge to nearly the solution. */
  hints: readonly string[];
  starter: Files;
  solution: Files;
  /** Source of `checks.py`. */
  checks: string;
  /** Changes whenever the starter does: a learner's saved text names the version it began from. */
  version: string;
}
