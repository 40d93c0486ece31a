import type { Place } from '../runtime/report.ts';

/** A file of the learner's project as the editor shows it. */
export interface SourceFile {
  path: string;
  text: string;
  readOnly: boolean;
}

/** Something that happened at a line. */
export interface LineMark {
  file: string;
  /** 1-based. */
  line: number;
  /** `query`: it asked the database. `cost`: too often, a finding says. `error`: it raised. */
  kind: 'query' | 'cost' | 'error';
  /** Stands after the line's text, for example `50 queries · 12 ms`. */
  label: string;
}

/** What the workspace asks of an editor; Monaco and the plain text area both answer. */
export interface Editor {
  /** Show this file; caret and scroll of each file are kept. */
  open(path: string): void;
  value(path: string): string;
  /** Replace a file's text as one step that the learner can undo. */
  replace(path: string, text: string): void;
  /** Replaces all earlier marks. Lines that do not exist any more are left out. */
  mark(marks: readonly LineMark[]): void;
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
}

/** Where the prebuilt Monaco lies, as URLs that this page can load. */
export interface EditorAssets {
  script: string;
  style: string;
  worker: string;
}

export type CreateEditor = (host: HTMLElement, options: EditorOptions) => Editor;
