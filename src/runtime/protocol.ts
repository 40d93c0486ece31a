/**
 * Every message that crosses a boundary of the runtime, and the requests that Python receives.
 *
 *     page  --window.postMessage-->  frame   one `Hello` with a port, nothing else
 *     page  <--------port-------->   frame   FrameCommand / FrameEvent
 *     page  <--------port-------->   worker  WorkerCommand / WorkerEvent (one port per worker)
 *
 * Types only, no imports but the report's, so that each side can be read and tested alone.
 */
import type { Report } from './report.ts';

/** File texts by path, relative to the project root, with `/` between folders. */
export type Files = Readonly<Record<string, string>>;

/** A Django project: what the learner's files are laid over. */
export interface Project {
  name: string;
  /** Packs besides `django` and `tz` that it needs, for example `drf`. */
  packs: readonly string[];
  files: Files;
  /** Dotted module, for example `config.settings`. */
  settings: string;
  /** `module:function`, called as `function(size=..., seed=...)` on a migrated, empty database. */
  seeder: string;
}

/** How much data, and which: the same pair always gives the same rows. */
export interface Seed {
  size: number;
  number: number;
}

/** A project with its database migrated and seeded: what a project snapshot holds. */
export interface Opening {
  project: Project;
  seed: Seed;
}

/** Run the learner's files in an opened project. */
export interface RunRequest extends Opening {
  files: Files;
  /** The file to run, for example `main.py`. */
  entry: string;
}

/** Judge the learner's files. */
export interface GradeRequest extends RunRequest {
  /** Source of the exercise's `checks.py`. */
  checks: string;
  /** The files of the solution, complete like the learner's. */
  solution: Files;
}
