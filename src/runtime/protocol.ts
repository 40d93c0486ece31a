/**
 * Every message that crosses a boundary of the runtime, and the requests that Python receives.
 *
 *     page  --window.postMessage-->  frame   one `Hello` with a port, nothing else
 *     page  <--------port-------->   frame   FrameCommand / FrameEvent
 *     page  <--------port-------->   worker  WorkerCommand / WorkerEvent (one port per worker)
 *
 * No imports, so that each side can be read and tested alone.
 */

/** Name of the error with which a worker fails when a project or an exercise is broken. */
export const AUTHORS_FAULT = 'AuthorsFault';

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
  /** That database, migrated when the site was built: zlib and base64. null migrates on opening. */
  tables: string | null;
  /** Python modules to import when it is opened, so that its snapshot holds them. */
  preload?: readonly string[];
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

/** One thing to try with a submission, in an interpreter of its own. `checks.py` asks for it. */
export interface Probe {
  /** The module of `harness.probes` that carries it out. */
  kind: string;
  params: Readonly<Record<string, unknown>>;
  /** Whether the project is opened for it. */
  opened: boolean;
  /** Whether the solution is tried as well, to be compared with. */
  compare: boolean;
}

/** Carry out a probe with these files. */
export interface ProbeRequest extends RunRequest {
  /** The author's files for probes; never written where a submission could read them. */
  support: Files;
  probe: Probe;
}

/** Statements that return rows, as SQLite began to execute them, in each step of a probe. */
export interface Reads {
  arrange: number;
  perform: number;
  collect: number;
}

/** What came of a probe. */
export type Ending =
  /** JSON text that nobody vouches for, and what was counted below Python meanwhile. */
  | { kind: 'claim'; text: string; reads: Reads }
  /** The interpreter did not live to answer. */
  | { kind: 'lost'; message: string }
  | { kind: 'timed_out'; seconds: number };

/** Ask the judge for the probes. */
export interface PlanRequest {
  /** Source of the exercise's `checks.py`. */
  checks: string;
  support: Files;
  /** Added to the numbers of all seeds: other data, same checks. */
  shift: number;
}

/** Words for a mistake that many make, and how it looks in the code (`judge/patterns.py`). */
export interface Mistake {
  pattern: string;
  say: string;
  /** The title of the check that it fails first: elsewhere the words would not fit. */
  check?: string;
}

/** Ask the judge for the verdict. */
export interface JudgeRequest extends PlanRequest {
  files: Files;
  mistakes: readonly Mistake[];
  /** One for each probe. */
  endings: readonly Ending[];
  /** The solution's, where it was to be compared. */
  solution: readonly (Ending | null)[];
}

/** Judge the learner's files. */
export interface GradeRequest extends RunRequest, PlanRequest {
  /** The files of the solution, complete like the learner's. */
  solution: Files;
  mistakes: readonly Mistake[];
}

/** What the page asks the Python that stands beside the runs (`src/python/assistant`). */
export type Question =
  | { kind: 'complete' | 'signature' | 'describe'; path: string; text: string; offset: number }
  /** The project's models. */
  | { kind: 'schema' }
  /** The tables of a database, with how many rows each has. */
  | { kind: 'tables'; image: boolean }
  /** Some rows of a table by their order; `key` asks for the page with the row that has it. */
  | { kind: 'rows'; image: boolean; table: string; from: number; count: number; key: Key | null };

/** The row in which `column` holds `value`. */
export interface Key {
  column: string;
  value: string | number;
}

/** Ask the assistant. Nothing of the learner's is run, save the models and settings of the project. */
export interface AssistRequest extends Opening {
  files: Files;
  question: Question;
}

/** page -> frame, by `window.postMessage` with one end of a channel: the only message on a window. */
export interface Hello {
  kind: 'hello';
}

/** How a worker starts: from nothing, or from a snapshot that the frame keeps under this name. */
export type StartFrom = { kind: 'nothing' } | { kind: 'snapshot'; name: string };

/** page -> frame. */
export type FrameCommand =
  /** What every worker needs; sent once, before the first `start`. The buffers are transferred. */
  | { kind: 'assets'; wasm: ArrayBuffer; worker: string }
  /**
   * A pack for the workers that start from now on; an extra one for those that ask for it. They all wait
   * for the one called `library`.
   */
  | { kind: 'pack'; name: string; pack: ArrayBuffer; extra?: boolean }
  | { kind: 'keep'; name: string; snapshot: ArrayBuffer }
  /** Drop the pack or the snapshot of this name. */
  | { kind: 'forget'; name: string }
  /** Ask for a copy of a kept snapshot, to store it. */
  | { kind: 'copy'; name: string }
  /** Start a worker and give it the port. */
  | { kind: 'start'; id: number; from: StartFrom; port: MessagePort; extras: readonly string[] }
  | { kind: 'end'; id: number };

/** frame -> page. */
export type FrameEvent =
  | { kind: 'copied'; name: string; snapshot: ArrayBuffer }
  /** The worker is gone without having said why. */
  | { kind: 'lost'; id: number; message: string };

/** frame -> worker, its first message. */
export interface WorkerStart {
  module: WebAssembly.Module;
  packs: readonly ArrayBuffer[];
  snapshot: ArrayBuffer | null;
  port: MessagePort;
}

/** worker -> frame. */
export type WorkerNotice =
  /** The source runs and waits for `WorkerStart`. */
  | { kind: 'loaded' }
  /** This engine does not let a worker load its source from a blob: start it the other way. */
  | { kind: 'refused' }
  | { kind: 'snapshot'; name: string; snapshot: ArrayBuffer };

/** page -> worker, one at a time: each is answered by one event before the next is sent. */
export type WorkerCommand =
  /** Import the prelude and keep the memory as a snapshot of this name; null keeps nothing. */
  | { kind: 'prepare'; keep: string | null }
  /** Open a project and keep the memory as a snapshot of this name; null keeps nothing. */
  | { kind: 'open'; opening: Opening; keep: string | null }
  | { kind: 'run'; request: RunRequest }
  | { kind: 'probe'; request: ProbeRequest }
  | { kind: 'plan'; request: PlanRequest }
  | { kind: 'judge'; request: JudgeRequest }
  /** A question; `image` is a SQLite file to keep for this question and later ones. */
  | { kind: 'assist'; request: AssistRequest; image: ArrayBuffer | null }
  /** Run something typical, so that the engine has compiled the code that later workers share. */
  | { kind: 'warm' };

/** worker -> page. The first one, `done`, says that the interpreter is up. */
export type WorkerEvent =
  | { kind: 'done' }
  /** JSON text of a report, unchecked; and after a run the database as it left it, a SQLite file. */
  | { kind: 'report'; text: string; database?: ArrayBuffer | null }
  /** JSON text of the answer to a question, unchecked. */
  | { kind: 'assisted'; text: string }
  /** JSON text of a list of `Probe`. */
  | { kind: 'plan'; text: string }
  | Extract<Ending, { kind: 'claim' }>
  /** The interpreter failed or died; the worker is of no more use. */
  | { kind: 'failed'; name: string; message: string; stack: string };
