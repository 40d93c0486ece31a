/**
 * The runs and checks of one visit to an exercise, to be compared. They are kept in memory only: what a
 * learner wrote is in the buffers, and a report can be had again by running it.
 */
import { atom, type ReadableAtom } from 'nanostores';
import type { Files } from '../runtime/protocol.ts';
import type { Report } from '../runtime/report.ts';
import type { Outcome } from '../runtime/state.ts';

export interface KeptRun {
  /** Runs and checks are counted together; 0 is the starter's recorded run. */
  number: number;
  kind: 'starter' | 'run' | 'grading';
  /** When it ended; null for the recorded one. */
  at: Date | null;
  /** The editable files as they were when it began. */
  files: Files;
  outcome: Outcome;
}

export interface Runs {
  /** Oldest first. */
  readonly $runs: ReadableAtom<readonly KeptRun[]>;
  add(kind: 'run' | 'grading', files: Files, outcome: Outcome): void;
}

/** What may be kept. */
export interface Room {
  runs: number;
  /** About the characters that the reports would have as JSON. */
  weight: number;
}

/** Reports of 10,000 queries weigh about 2.4 million: six of those, or very many small ones. */
const ROOM: Room = { runs: 40, weight: 16_000_000 };

/** @param recorded null where the starter's result is not to be told. */
export function openRuns(
  starter: Files,
  recorded: Report | null,
  room: Room = ROOM,
  now: () => Date = () => new Date(),
): Runs {
  const first: KeptRun[] = recorded
    ? [
        {
          number: 0,
          kind: 'starter',
          at: null,
          files: starter,
          outcome: { kind: 'report', report: recorded },
        },
      ]
    : [];
  const $runs = atom<readonly KeptRun[]>(first);
  let last = 0;
  return {
    $runs,
    add(kind, files, outcome) {
      const run: KeptRun = { number: ++last, kind, at: now(), files: { ...files }, outcome };
      $runs.set(within(room, [...$runs.get(), run]));
    },
  };
}

/** Without the oldest ones that there is no room for; the first and the last are always kept. */
function within(room: Room, runs: readonly KeptRun[]): readonly KeptRun[] {
  const kept = [...runs];
  let weight = kept.reduce((sum, run) => sum + weightOf(run), 0);
  while (kept.length > 2 && (kept.length > room.runs || weight > room.weight)) {
    const [dropped] = kept.splice(1, 1);
    if (dropped) weight -= weightOf(dropped);
  }
  return kept;
}

/** What a query takes without its parameters: numbers, keys, and a stack of a few lines. */
const QUERY = 250;

/** An estimate, so that nothing has to be written out to be weighed. */
export function weightOf({ outcome, files }: Pick<KeptRun, 'outcome' | 'files'>): number {
  const code = sum(Object.values(files), (text) => text.length);
  if (outcome.kind !== 'report') return code;
  const { queries, statements, shapes, output, value } = outcome.report;
  return (
    code +
    sum(queries, ({ params }) => QUERY + sum(params, (param) => param.length)) +
    sum(statements, ({ sql, formatted }) => sql.length + formatted.length) +
    sum(shapes, ({ sql }) => sql.length) +
    sum(output, ({ text }) => text.length) +
    (value?.kind === 'text' ? value.text.length : 0) +
    (value?.kind === 'table' ? sum(value.rows.flat(), (cell) => cell.length) : 0)
  );
}

function sum<T>(list: readonly T[], of: (each: T) => number): number {
  return list.reduce((total, each) => total + of(each), 0);
}
