import { figure } from '../evidence/amounts.ts';
import { counted, queries } from '../evidence/words.ts';
import type { Outcome } from '../runtime/state.ts';

/** The sizes of data that code is measured at. */
export const SIZES = [10, 100, 1_000, 10_000] as const;

/** What running at one size of data came to. */
export type End =
  | { kind: 'measured'; queries: number; ms: number }
  | { kind: 'too_long'; seconds: number }
  | { kind: 'failed'; words: string };

export interface Point {
  size: number;
  end: End;
}

export type Whose = 'yours' | 'solution';

/** By whose code; sizes ascend. A series ends early after what took too long or failed. */
export type Series = Readonly<Record<Whose, readonly Point[]>>;

export type Measured = Extract<End, { kind: 'measured' }> & { size: number };

export function endOf(outcome: Exclude<Outcome, { kind: 'stopped' }>): End {
  switch (outcome.kind) {
    case 'report': {
      const { error, query_count, timings } = outcome.report;
      if (error) return { kind: 'failed', words: error.type };
      return { kind: 'measured', queries: query_count, ms: timings.run_ms };
    }
    case 'timed_out':
      return { kind: 'too_long', seconds: outcome.seconds };
    case 'crashed':
      return { kind: 'failed', words: outcome.error.what.replace(/\.$/, '') };
  }
}

export function measuredOf(points: readonly Point[]): Measured[] {
  return points.flatMap(({ size, end }) => (end.kind === 'measured' ? [{ ...end, size }] : []));
}

/** What ten times the data does to a number, from the last two points; null with fewer. */
export function tenfold(
  points: readonly Measured[],
  of: (point: Measured) => number,
): number | null {
  const [one, other] = points.slice(-2);
  if (!one || !other) return null;
  const [from, to] = [Math.max(of(one), Number.MIN_VALUE), of(other)];
  return (to / from) ** (1 / Math.log10(other.size / one.size));
}

/** As people say a factor: whole from 2 on, unless it is between. */
function times(factor: number): string {
  const words = factor >= 9.5 ? figure(Math.round(factor)) : String(Math.round(factor * 10) / 10);
  return `${words} times`;
}

/** How the queries grow, in a sentence without its end; null before there are two points. */
function growthWords(points: readonly Measured[], grows: string): string | null {
  const [first] = points;
  const last = points.at(-1);
  const factor = tenfold(points, (point) => point.queries);
  if (!first || !last || factor === null) return null;
  if (points.every((point) => point.queries === first.queries)) {
    return `${queries(first.queries)} at every size`;
  }
  if (factor < 0.9)
    return `${figure(first.queries)} to ${queries(last.queries)}, fewer with more data`;
  if (factor < 1.1) return `about ${queries(last.queries)}, hardly more with more data`;
  const how = factor >= 15 ? ' faster than' : factor <= 7 ? ', but slower than' : ' with';
  return `queries grow${how} the data: 10 times the ${grows}, ${times(factor)} the queries`;
}

function limitWords(points: readonly Point[], grows: string): string | null {
  const last = points.at(-1);
  if (!last || last.end.kind === 'measured') return null;
  const what = counted(last.size, grows, grows);
  if (last.end.kind === 'failed') return `With ${what} it failed: ${last.end.words}`;
  return `With ${what} it took longer than ${last.end.seconds} s`;
}

/** What was measured, in a sentence or two; null before there is anything to tell. */
export function sizesSentence({ yours, solution }: Series, grows: string): string | null {
  const own = [growthWords(measuredOf(yours), grows), limitWords(yours, grows)];
  const theirs = growthWords(measuredOf(solution), grows);
  const all = [...own, theirs && `The solution: ${theirs}`];
  const words = all.filter((each) => each !== null).map((each) => `${capital(each)}.`);
  return words.length > 0 ? words.join(' ') : null;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
