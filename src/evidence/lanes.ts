import type { TaskRun } from '../runtime/exhibits.ts';
import { el } from './el.ts';
import { type Shape, sign } from './view.ts';

/** The word and the sign of an outcome. */
export const OUTCOMES: Readonly<Record<TaskRun['outcome'], { word: string; shape: Shape }>> = {
  succeeded: { word: 'succeeded', shape: 'check' },
  failed: { word: 'failed', shape: 'cross' },
  retried: { word: 'to be retried', shape: 'again' },
  other: { word: 'ended', shape: 'dash' },
};

/** A stretch of the worker's clock: `0.4 s`, `90 s`, `15 min`, `2.5 h`. */
export function span(seconds: number): string {
  if (seconds < 10) return `${Math.round(seconds * 10) / 10} s`;
  if (seconds < 120) return `${Math.round(seconds)} s`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`;
  return `${Math.round(seconds / 360) / 10} h`;
}

/** The attempts of each message, in the order in which the messages were first run. */
export function lanesOf(runs: readonly TaskRun[]): TaskRun[][] {
  const lanes = new Map<number, TaskRun[]>();
  for (const run of runs) lanes.set(run.message, [...(lanes.get(run.message) ?? []), run]);
  return [...lanes.values()];
}

/** So many attempts have room for their signs. */
const ROOMY = 10;

function lane(document: Document, runs: readonly TaskRun[], end: number): HTMLElement {
  const share = (at: number) => `${(100 * at) / end}%`;
  const first = runs[0];
  const last = runs.at(-1);
  // Many retries are bars; how it ended keeps its sign.
  const slim = (run: TaskRun) => run.outcome === 'retried' && runs.length > ROOMY;
  return el(
    document,
    'div',
    { class: 'lane' },
    el(document, 'code', { class: 'lane-name' }, first?.task ?? ''),
    el(
      document,
      'div',
      { class: 'lane-track' },
      el(document, 'div', {
        class: 'lane-wait',
        style: `inset-inline-start:${share(first?.at ?? 0)};inline-size:${share((last?.at ?? 0) - (first?.at ?? 0))}`,
      }),
      ...runs.map((run, index) =>
        el(
          document,
          'span',
          {
            class: [
              `lane-run task-${run.outcome}`,
              run.again ? 'lane-again' : '',
              slim(run) ? 'lane-slim' : '',
            ].join(' '),
            // One after the other where the clock did not move.
            style: `inset-inline-start:${share(run.at)};--nudge:${runs.slice(0, index).filter((each) => Math.abs(each.at - run.at) < end / 400).length}`,
            title: `Attempt ${run.attempt}, after ${span(run.at)}: ${OUTCOMES[run.outcome].word}`,
          },
          slim(run) ? null : sign(document, OUTCOMES[run.outcome].shape),
        ),
      ),
    ),
  );
}

/** The attempts of each message in a lane, on one axis; the table beside it says the same. */
export function timeline(document: Document, runs: readonly TaskRun[]): HTMLElement {
  const latest = Math.max(...runs.map(({ at }) => at));
  // What takes no time at all has an axis of a second.
  const end = Math.max(latest, 1);
  return el(
    document,
    'div',
    { class: 'lanes', 'aria-hidden': 'true' },
    ...lanesOf(runs).map((each) => lane(document, each, end)),
    el(
      document,
      'div',
      { class: 'lane lane-axis' },
      el(document, 'span', { class: 'lane-name' }, "The worker's clock"),
      el(
        document,
        'div',
        { class: 'lane-track' },
        ...[0, 0.5, 1].map((part) =>
          el(
            document,
            'span',
            { class: 'lane-mark', style: `inset-inline-start:${100 * part}%` },
            span(end * part),
          ),
        ),
      ),
    ),
  );
}
