import type { Place } from '../runtime/report.ts';
import type { Language, Problem } from './language.ts';

/** A file of the learner's project as the editor shows it. */
export interface SourceFile {
  path: string;
  text: string;
  readOnly: boolean;
}

/** A statement that a line sent, with how often and how long. */
export interface SentStatement {
  note: string;
  /** Laid out for reading. It comes from a run: text to show, never markup. */
  sql: string;
}

/** How often a line repeated itself, in steps of ten: 1 from twice on, 4 from 1,000 times on. */
export type Heat = 0 | 1 | 2 | 3 | 4;

/** Something that happened at a line. */
export interface LineMark {
  file: string;
  /** 1-based. */
  line: number;
  /** `query`: it asked the database. `cost`: too often, a finding says. `error`: it raised. */
  kind: 'query' | 'cost' | 'error';
  /** Stands after the line's text, for example `50 queries · 12 ms`. */
  label: string;
  /** 0, as when absent, does not glow. */
  heat?: Heat;
  /** Stands in the margin, for example `124×`; what else it may hold, `signClass` says. */
  sign?: string;
  /** A few of the statements, the most expensive first. */
  statements?: readonly SentStatement[];
  /** Kinds of statements that `statements` leaves out. */
  others?: number;
  /** The whole of what went wrong, as plain text. */
  message?: string;
}

/** How code is set. */
export interface Appearance {
  /** In pixels. */
  fontSize: number;
  /** Break long lines at the edge. */
  wrap: boolean;
}

/** What the workspace asks of an editor; Monaco, the light editor and the text area all answer. */
export interface Editor {
  /** Show this file; caret and scroll of each file are kept. */
  open(path: string): void;
  value(path: string): string;
  /** Replace a file's text as one step that the learner can undo. */
  replace(path: string, text: string): void;
  /** Replaces all earlier marks. Lines that do not exist any more are left out. */
  mark(marks: readonly LineMark[]): void;
  /** Replaces what was found in this file by reading it; a change of the text takes it away. */
  report(path: string, problems: readonly Problem[]): void;
  /** Show what is known about the caret's line: its SQL, its error. */
  ask(): void;
  dress(appearance: Appearance): void;
  /** Show the file, bring the line into view and put the caret there. */
  goto(place: Pick<Place, 'file' | 'line'>): void;
  focus(): void;
  dispose(): void;
}

export interface EditorOptions {
  files: readonly SourceFile[];
  /** Announced as the editor's name, with the file's path. */
  label: string;
  onChange: (path: string, text: string) => void;
  appearance?: Appearance;
  /** Completes and explains code; without it the editor only edits. */
  language?: Language | undefined;
}

/** Where the prebuilt editors lie, as URLs that this page can load. */
export interface EditorAssets {
  /** Monaco. */
  script: string;
  style: string;
  worker: string;
  /** The light editor. */
  light: { script: string; style: string };
  /** The colors of SQL and Python for pages without Monaco. */
  colors: string;
  ruff: RuffAssets;
}

/** The linter and formatter in WebAssembly. */
export interface RuffAssets {
  worker: string;
  wasm: string;
  /** What it weighs unpacked, and on its way. */
  bytes: number;
  packed: number;
}

export type CreateEditor = (host: HTMLElement, options: EditorOptions) => Editor;
