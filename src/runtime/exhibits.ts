/**
 * What a grading lays on the table: one shape for each kind of exercise, besides texts and tables.
 * Mirrors `src/python/harness/exhibits.py`. All of it comes from the sandbox: it is there to be looked
 * at, and no verdict rests on it.
 */
import type { Place } from './report.ts';

/** A text in a language: SQL, a plan, a log. */
export interface CodeExhibit {
  kind: 'code';
  title: string;
  language: string;
  text: string;
}

/** A table under its title. */
export interface TableExhibit {
  kind: 'table';
  title: string;
  columns: string[];
  rows: string[][];
}

/** A header, or a field of a log record. */
export interface Pair {
  name: string;
  value: string;
}

/** One half of an HTTP exchange. */
export interface Message {
  headers: Pair[];
  body: string;
  /** Characters of the body that are left out. */
  cut: number;
}

/** A request and its response; with an empty method something that the author did in between. */
export interface Visit {
  method: string;
  path: string;
  who: string;
  /** Null when nothing was sent, or nothing came back but an exception. */
  status: number | null;
  queries: number;
  ms: number;
  /** Why it was not sent, or the exception that came out. */
  trouble: string;
  place: Place | null;
  request: Message;
  response: Message;
  /** What is not as some check demands, a sentence each. */
  wrong: string[];
}

export interface HttpExhibit {
  kind: 'http';
  title: string;
  visits: Visit[];
}

/** What a statement locks in PostgreSQL, and what that means for others. */
export interface Lock {
  action: string;
  /** Empty when no table is locked. */
  mode: string;
  blocks: string;
  rewrites: boolean;
  scans: boolean;
  sentence: string;
}

/** An operation of a migration as each database gets it; null where its SQL is not known. */
export interface Operation {
  text: string;
  sqlite: string[] | null;
  postgres: string[] | null;
  locks: Lock[];
}

/** The rows of a model after a migration ran on them, and what became of those before it. */
export interface Stage {
  model: string;
  count: number;
  lost: number;
  added: number;
  changed: number;
}

export interface Migration {
  name: string;
  place: Place | null;
  atomic: boolean;
  operations: Operation[];
  /** PostgreSQL's way back; null where there is none, or where nobody asked. */
  back: string[] | null;
  reversible: boolean;
  ran: 'ran' | 'failed' | 'not run';
  errors: string[];
  rows: Stage[];
  /** What became of rows that others wrote afterwards: empty, or the error. */
  late: string[];
}

/** Migrations in the order in which they run; then what going back did to the rows. */
export interface MigrationsExhibit {
  kind: 'migrations';
  title: string;
  migrations: Migration[];
  before: Stage[];
  back: Stage[];
  back_error: string;
}

export interface CacheEvent {
  operation: string;
  key: string;
  /** Empty when nobody else is about. */
  who: string;
  outcome: 'hit' | 'miss' | 'stored' | 'refused' | 'other';
  /** For how long, and whatever else is worth a word. */
  detail: string;
}

export interface CacheStep {
  told: string;
  queries: number;
  events: CacheEvent[];
  /** A second caller came at a moment of the first: how often the value was computed for both. */
  meetings: { moment: string; calls: number }[];
}

export interface CacheExhibit {
  kind: 'cache';
  title: string;
  steps: CacheStep[];
}

/** One attempt at a task, `at` so many seconds of the worker's clock. */
export interface TaskRun {
  task: string;
  /** The same for all attempts of one message. */
  message: number;
  attempt: number;
  at: number;
  outcome: 'succeeded' | 'failed' | 'retried' | 'other';
  /** As the queue calls it. */
  state: string;
  /** The message was delivered, and run, before. */
  again: boolean;
  error: string;
}

export interface TaskStep {
  told: string;
  sent: { task: string; in_transaction: boolean }[];
  runs: TaskRun[];
}

export interface TasksExhibit {
  kind: 'tasks';
  title: string;
  steps: TaskStep[];
}

/** A record of `logging`, and the lines that came out of it where that was looked at. */
export interface LogRecord {
  level: string;
  logger: string;
  message: string;
  /** What `extra` added. */
  fields: Pair[];
  place: Place | null;
  /** The exception in short; empty without one. */
  error: string;
  lines: string[] | null;
}

export interface LogsExhibit {
  kind: 'logs';
  title: string;
  records: LogRecord[];
}

/** Code that tests ran on; `flaw` says what is wrong with it, and is empty when it is right. */
export interface Implementation {
  name: string;
  flaw: string;
  /** Why there is less than there should be; empty when the tests came to their end. */
  trouble: string;
}

export interface TestResult {
  /** Index of the implementation. */
  on: number;
  outcome: string;
  /** A mistake was noticed, by a test that passes on all that is right. */
  noticed: boolean;
  message: string;
  place: Place | null;
}

export interface TestsExhibit {
  kind: 'tests';
  title: string;
  implementations: Implementation[];
  tests: { name: string; file: string; results: TestResult[] }[];
}

export interface RaceStep {
  caller: string;
  sql: string;
  effect: string;
  place: Place | null;
  waits: boolean;
  /** What is wrong with it. */
  note: string;
}

export interface RaceExhibit {
  kind: 'race';
  title: string;
  /** When B came, as a sentence. */
  told: string;
  steps: RaceStep[];
  /** What they left, and whether that is as demanded. */
  state: string;
  holds: boolean;
}

export type Exhibit =
  | CodeExhibit
  | TableExhibit
  | HttpExhibit
  | MigrationsExhibit
  | CacheExhibit
  | TasksExhibit
  | LogsExhibit
  | TestsExhibit
  | RaceExhibit;
