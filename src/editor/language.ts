/** What an editor asks about code while somebody types. Offsets count UTF-16 units from the file's start. */

export interface Completion {
  label: string;
  kind:
    | 'field'
    | 'relation'
    | 'lookup'
    | 'method'
    | 'function'
    | 'class'
    | 'module'
    | 'keyword'
    | 'variable';
  /** What takes the place of the `replace` characters before the caret. */
  insert: string;
  replace: number;
  /** Stands beside the label, for example `ForeignKey to Customer`; '' for nothing. */
  detail: string;
  /** Plain text for when it is chosen; '' for nothing. */
  documentation: string;
}

export interface Signature {
  /** The whole of it, for example `filter(*args, **kwargs)`. */
  label: string;
  /** Parts of `label`, in order. */
  parameters: readonly string[];
  /** Index of the parameter that the caret is in; -1 for none. */
  active: number;
  /** Plain text; '' for nothing. */
  documentation: string;
}

/** Something about a stretch of code. Lines and columns are 1-based, the end is behind the last character. */
export interface Problem {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  severity: 'error' | 'warning';
  /** For example `F401`; '' where there is none. */
  code: string;
  message: string;
}

/**
 * Knows the project's code. Each answer may be late, so nobody waits for one to type: a question that
 * a newer one has overtaken is answered with nothing.
 */
export interface Language {
  complete(path: string, text: string, offset: number): Promise<readonly Completion[]>;
  signature(path: string, text: string, offset: number): Promise<Signature | null>;
  /** What stands at the offset, as plain text; null when there is nothing to say. */
  describe(path: string, text: string, offset: number): Promise<string | null>;
}

/** Reads one file alone. */
export interface Linter {
  problems(path: string, text: string): Promise<readonly Problem[]>;
  /** The text as Ruff would write it. @throws Error when it is no Python, with a message for the learner. */
  format(path: string, text: string): Promise<string>;
}
