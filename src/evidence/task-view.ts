import type { TaskRun, TaskStep, TasksExhibit } from '../runtime/exhibits.ts';
import { figure } from './amounts.ts';
import { el } from './el.ts';
import { prose } from './prose.ts';
import { facts, type Shape, sign } from './view.ts';
import { counted } from './words.ts';

const OUTCOMES: Readonly<Record<TaskRun['outcome'], { word: string; shape: Shape }>> = {
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

function outcome(document: Document, run: TaskRun): HTMLElement {
  const { word, shape } = OUTCOMES[run.outcome];
  const shown = run.outcome === 'other' ? run.state : word;
  return el(
    document,
    'span',
    { class: `task-outcome task-${run.outcome}` },
    sign(document, shape),
    run.again ? `${shown}, delivered again` : shown,
  );
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

function timeline(document: Document, runs: readonly TaskRun[]): HTMLElement {
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

function runTable(document: Document, runs: readonly TaskRun[]): HTMLElement {
  const before = new Map<number, number>();
  const rows = runs.map((run) => {
    const last = before.get(run.message);
    before.set(run.message, run.at);
    return el(
      document,
      'tr',
      {},
      el(document, 'td', { class: 'figure' }, figure(run.attempt)),
      el(document, 'td', { class: 'figure' }, span(run.at)),
      el(document, 'td', { class: 'figure' }, last === undefined ? '–' : span(run.at - last)),
      el(
        document,
        'td',
        {},
        outcome(document, run),
        run.error === '' ? null : el(document, 'div', { class: 'task-error' }, run.error),
      ),
      el(document, 'td', {}, el(document, 'code', {}, run.task)),
    );
  });
  const headings = [
    ['Attempt', 'figure'],
    ['At', 'figure'],
    ['Waited', 'figure'],
    ['Outcome', null],
    ['Task', null],
  ] as const;
  return el(
    document,
    'div',
    { class: 'value-table', tabindex: 0, role: 'group', 'aria-label': 'Attempts' },
    el(
      document,
      'table',
      { class: 'task-table' },
      el(
        document,
        'thead',
        {},
        el(
          document,
          'tr',
          {},
          ...headings.map(([name, side]) =>
            el(document, 'th', { scope: 'col', class: side }, name),
          ),
        ),
      ),
      el(document, 'tbody', {}, ...rows),
    ),
  );
}

/** More attempts than these are folded away under the timeline. */
const SHOWN = 4;

function stepItem(document: Document, { told, sent, runs }: TaskStep): HTMLElement {
  return el(
    document,
    'li',
    { class: 'view-step' },
    el(
      document,
      'p',
      { class: 'view-step-title' },
      el(document, 'span', {}, ...prose(document, told)),
    ),
    ...sent.map(({ task, in_transaction: inside }) =>
      el(
        document,
        'p',
        { class: 'task-sent' },
        sign(document, 'arrow'),
        el(document, 'span', {}, 'sent '),
        el(document, 'code', {}, task),
        inside ? el(document, 'span', { class: 'note' }, 'in a transaction') : null,
      ),
    ),
    runs.length > 0 ? timeline(document, runs) : null,
    runs.length > 0
      ? el(
          document,
          'details',
          { class: 'fold', open: runs.length <= SHOWN },
          el(document, 'summary', {}, `${counted(runs.length, 'attempt')} in figures`),
          runTable(document, runs),
        )
      : null,
  );
}

/** What was sent and what a worker made of it, on the worker's own clock. */
export function taskView(document: Document, { steps, title }: TasksExhibit): HTMLElement {
  const runs = steps.flatMap((step) => step.runs);
  const count = (outcome: TaskRun['outcome']) =>
    runs.filter((run) => run.outcome === outcome).length;
  const again = runs.filter((run) => run.again).length;
  const part = (count: number, word: string) => (count > 0 ? `${figure(count)} ${word}` : null);
  return el(
    document,
    'div',
    { class: 'view' },
    facts(
      document,
      `${counted(steps.flatMap((step) => step.sent).length, 'task')} sent`,
      counted(runs.length, 'attempt'),
      part(count('succeeded'), 'succeeded'),
      part(count('retried'), 'to be retried'),
      part(count('failed'), 'failed'),
      part(again, 'delivered again'),
    ),
    el(
      document,
      'ol',
      { class: 'view-steps', 'aria-label': title },
      ...steps.map((step) => stepItem(document, step)),
    ),
  );
}
