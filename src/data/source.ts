import type { Model, Rows, Table } from '../runtime/answers.ts';
import type { Key } from '../runtime/protocol.ts';
import type { Report } from '../runtime/report.ts';

/** Where the data browser gets what it shows. Null is no answer: Python is not there yet, or not any more. */
export interface DataSource {
  schema(): Promise<readonly Model[] | null>;
  tables(): Promise<readonly Table[] | null>;
  rows(table: string, from: number, count: number, key: Key | null): Promise<Rows | null>;
  /** Which database it is: 0 is the seeded one, and every run may leave another. */
  version(): number;
  /** The last run of the learner, if there was one. */
  report(): Report | null;
}

/** The database that is shown, in words. */
export function stateWords(version: number): string {
  return version > 0 ? 'After your last run' : 'As seeded';
}
