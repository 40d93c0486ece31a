import type { ReadableAtom } from 'nanostores';
import type { Answers } from './answers.ts';
import type { Files, GradeRequest, Opening, Question, RunRequest } from './protocol.ts';
import type { Report } from './report.ts';

/** A fault of the platform, never of the learner's code: what happened, and what to do. */
export interface PlatformError {
  code:
    | 'offline'
    | 'download'
    | 'unsupported'
    | 'crashed'
    | 'out_of_memory'
    | 'bad_report'
    | 'broken_exercise';
  /** One sentence for the screen. */
  what: string;
  /** One sentence for the screen. */
  remedy: string;
  /** For a bug report. */
  detail: string;
}

export type RuntimeState =
  | { kind: 'idle' }
  /** `received` of `total` bytes; `total` is 0 in steps that download nothing. */
  | { kind: 'loading'; step: string; received: number; total: number }
  | { kind: 'ready' }
  | { kind: 'running'; what: 'run' | 'grading' }
  /** A fresh Python takes the place of the used one: a moment, nothing to download. */
  | { kind: 'renewing' }
  | { kind: 'failed'; error: PlatformError };

/** How a run or a grading ended. Whatever the end, the runtime makes itself ready again. */
export type Outcome =
  | { kind: 'report'; report: Report }
  | { kind: 'stopped' }
  | { kind: 'timed_out'; seconds: number }
  | { kind: 'crashed'; error: PlatformError };

/** What the page asks of Python. One instance a page; see `client.ts`. */
export interface Runtime {
  readonly $state: ReadableAtom<RuntimeState>;
  /** The reader showed interest: begin to load. Idempotent. */
  warm(): void;
  /** Load, then keep a Python with this project opened ready. Replaces an earlier opening. */
  open(opening: Opening): void;
  run(request: RunRequest, seconds: number): Promise<Outcome>;
  /** @param seconds after which each probe of the grading is ended, which fails it. */
  grade(request: GradeRequest, seconds: number): Promise<Outcome>;
  /**
   * Ask the Python that stands beside the runs and knows the project. Null when there is no answer: a
   * newer question has overtaken it, the project is not open, or the learner's models do not load.
   */
  assist<K extends Question['kind']>(
    project: Opening & { files: Files },
    question: Question & { kind: K },
  ): Promise<Answers[K] | null>;
  /** How many runs have left their database to `assist`; 0 for the one that was seeded. */
  readonly $image: ReadableAtom<number>;
  /** End what is running; its promise resolves to `stopped`. */
  stop(): void;
  /**
   * Run in a fresh Python opened for the request's own seed; the opened project stays. A run or a check
   * ends it, as the signal does: it then resolves to `stopped`.
   */
  measure(request: RunRequest, seconds: number, signal: AbortSignal): Promise<Outcome>;
}
