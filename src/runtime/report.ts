/**
 * The report: the one value that a run or a grading returns.
 *
 * Python writes it (`src/python/harness/report.py` holds the same shapes as dataclasses), so the
 * keys keep Python's spelling. The golden reports in `tests/contract` are parsed by both languages.
 * Everything in it comes from the sandbox: data to show, never to trust, never to insert as HTML.
 */
import type { Exhibit, LogRecord } from './exhibits.ts';

export type { Exhibit } from './exhibits.ts';

export const REPORT_VERSION = 1;

/** A line of the learner's project. `file` is relative to the project root. */
export interface Place {
  file: string;
  /** 1-based. */
  line: number;
  /** The function that the line is in; `<module>` at top level, '' for a template. */
  scope: string;
}

/** A stretch of output on one stream; stretches are in the order in which they were written. */
export interface Output {
  stream: 'stdout' | 'stderr';
  text: string;
}

/** The value of the entry file's last expression, when it is one and is not None. */
export type Value =
  | { kind: 'text'; text: string }
  | {
      kind: 'table';
      columns: string[];
      rows: string[][];
      /** Rows that the value held but the table does not show; null when that is unknown. */
      more: number | null;
    };

/** A distinct SQL text of the run. */
export interface Statement {
  sql: string;
  /** The same, laid out over several lines for reading. */
  formatted: string;
  /** Index into `shapes`. */
  shape: number;
}

/** A step of a query plan: what SQLite says, and what was read out of it. */
export interface PlanStep {
  /** How deep in the tree: 0 is outermost. A step belongs to the nearest one before it of less depth. */
  depth: number;
  /** The line of `EXPLAIN QUERY PLAN`. */
  detail: string;
  kind: 'scan' | 'search' | 'sort' | 'subquery' | 'other';
  /** The table's own name where the statement gives it another; null for steps without one. */
  table: string | null;
  /** `primary key`, `automatic` for one made for this query alone, or a name; null without one. */
  index: string | null;
  /** True when the index alone is read, not the table. */
  covering: boolean;
}

/** Statements that differ only in their values are one shape. */
export interface Shape {
  sql: string;
  /** SELECT, INSERT, UPDATE, DELETE, SAVEPOINT, ... */
  verb: string;
  /** Tables named in FROM, JOIN, INTO or UPDATE, in order of appearance. */
  tables: string[];
  count: number;
  total_ms: number;
  /** Of its first statement; null when nobody knows, as in gradings. */
  plan: PlanStep[] | null;
  /** Columns that instances were loaded with and that nothing read, as `shop_product.description`; null: not known. */
  unread: string[] | null;
  /** The relations that its queries followed, as `shop.Order.customer`. */
  relations: string[];
}

export interface Query {
  /** Index into `statements`. */
  statement: number;
  /** Each parameter as Python would print it, cut at 200 characters. */
  params: string[];
  /** Since the run began. */
  start_ms: number;
  duration_ms: number;
  /** Rows fetched by a SELECT or changed by a write; null when unknown. */
  rows: number | null;
  alias: string;
  /** Depth of `atomic` blocks; 0 is autocommit. */
  atomic: number;
  /** The learner's lines that led here, innermost first; empty when none did. */
  stack: Place[];
}

export type FindingKind = 'n_plus_one' | 'query_in_loop' | 'deferred_load' | 'unused_eager_load';

/** Something about the queries worth telling the learner, with the cure in Django's words. */
export interface Finding {
  kind: FindingKind;
  /** One or two plain sentences: what happened, and what to do. */
  message: string;
  /** The line that fired the queries (or asked for the eager load). */
  place: Place | null;
  /** How many queries this finding accounts for. */
  count: number;
  /** Those queries, as indices into `queries` (at most 1,000 of them). */
  queries: number[];
  /** For example `Order.customer`; null when no relation is involved. */
  relation: string | null;
  /** The queryset that loaded the instances. */
  origin: Place | null;
  /** Code to add to that queryset, for example `select_related("customer")`; null when none would work. */
  cure: string | null;
}

/** One graded statement about a submission. */
export interface Check {
  /** The sentence that the learner sees, for example "Uses at most 2 queries at any size". */
  title: string;
  status: 'passed' | 'failed' | 'skipped';
  /** Why, in plain words: what was called, what came, what was expected. */
  message: string;
  place: Place | null;
  /** For checks on a number: what was measured, and the most that passes. */
  measured: { got: number; target: number; unit: string } | null;
  /** Words for a mistake that many make, where this attempt makes it. */
  advice: string | null;
  /** In a challenge, what it is worth: those of the checks that passed are the score. Null elsewhere. */
  points: number | null;
}

export interface Frame extends Place {
  /** The text of the line, unindented. */
  source: string;
}

/** An exception as a learner needs it: their frames only. */
export interface LearnerError {
  /** The class, for example `FieldError`. */
  type: string;
  message: string;
  /** Outermost first; the last one is where it happened. */
  frames: Frame[];
  /** What it usually means and what to do; null for errors that we have no words for. */
  hint: string | null;
  /** "caused by" errors, nearest first, without frames of their own. */
  causes: { type: string; message: string }[];
}

export interface Report {
  version: typeof REPORT_VERSION;
  kind: 'run' | 'grading';
  output: Output[];
  /** Characters of output that were dropped after the cap. */
  output_cut: number;
  value: Value | null;
  error: LearnerError | null;
  /** All queries that ran; `queries` holds the first 10,000 of them. */
  query_count: number;
  queries: Query[];
  statements: Statement[];
  shapes: Shape[];
  findings: Finding[];
  /** Empty for a run. */
  checks: Check[];
  /** The verdict in one sentence; null for a run. */
  verdict: { passed: boolean; sentence: string } | null;
  /** In the order in which they are shown. */
  exhibits: Exhibit[];
  /** What a run logged through `logging`, at most 500 records; empty for a grading. */
  logs: LogRecord[];
  timings: {
    /** From request to the first learner line: files, settings, database. */
    setup_ms: number;
    /** The learner's code, queries included. */
    run_ms: number;
    sql_ms: number;
  };
}
