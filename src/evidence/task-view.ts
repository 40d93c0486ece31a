import type { TaskRun, TaskStep, TasksExhibit } from '../runtime/exhibits.ts';
import { figure } from './amounts.ts';
import { el } from './el.ts';
import { OUTCOMES, span, timeline } from './lanes.ts';
import { prose } from './prose.ts';
import { facts, sign } from './view.ts';
import { counted } from './words.ts';

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
          { class: 'view-fold', open: runs.length <= SHOWN },
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
