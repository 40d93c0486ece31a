import type { Exercise } from '../runtime/exercise.ts';
import type { Report } from '../runtime/report.ts';
import { scoreOf } from '../runtime/score.ts';
import type { Buffers } from '../stores/buffers.ts';
import type { Event, History } from '../stores/history.ts';
import type { Progress } from '../stores/progress.ts';
import { choicesOf } from './history-choices.ts';
import { createHistoryView, type HistoryView } from './history-view.ts';
import { part } from './workspace-data.ts';
import type { Session } from './workspace-session.ts';

export interface HistoryParts {
  exercise: Pick<Exercise, 'editable' | 'starter' | 'solution'>;
  progress: Progress;
  buffers: Buffers;
  history: History;
  session: Session;
  color: HistoryView['color'];
  focusEditor: () => void;
}

/** Typing that was not run or checked is kept this long after it began. */
const PAUSE_MS = 3 * 60_000;

/** Keep versions as the learner works, and show them when asked. */
export function connectHistory(root: HTMLElement, parts: HistoryParts): void {
  keepVersions(root.ownerDocument, parts);
  const { exercise, buffers, history, progress } = parts;
  const open = part(root, '[data-action=history]', HTMLButtonElement);
  const dialog = part(root, '[data-part=history-dialog]', HTMLDialogElement);
  const file = part(root, '[data-part=history-file]', HTMLSelectElement);
  const title = part(dialog, 'h2', HTMLHeadingElement);
  const said = part(root, '[data-part=restored]', HTMLElement);
  const view = createHistoryView(dialog, {
    color: parts.color,
    restore(path, text, name) {
      const before = { [path]: buffers.$buffers.get().files[path] ?? '' };
      void history.note(before, { kind: 'restored' });
      buffers.edit(path, text);
      buffers.flush();
      dialog.close();
      parts.focusEditor();
      said.textContent = `${path} is back at: ${name}. Undo in the editor, or History, brings yours back.`;
    },
  });

  async function draw(): Promise<void> {
    const path = file.value;
    title.textContent = `History of ${path}`;
    const { passed, shown } = progress.$attainment.get();
    const choices = choicesOf({
      now: buffers.$buffers.get().files[path] ?? '',
      starter: exercise.starter[path] ?? '',
      solution: passed !== null || shown ? (exercise.solution[path] ?? '') : null,
      versions: await history.of(path),
    });
    await view.show(path, choices);
  }

  open.addEventListener('click', () => {
    const current = root.querySelector<HTMLElement>('[data-part=files] [aria-selected=true]');
    const path = current?.dataset.path ?? '';
    if (exercise.editable.includes(path)) file.value = path;
    dialog.showModal();
    void draw();
  });
  file.addEventListener('change', () => void draw());
}

function keepVersions(document: Document, { buffers, history, session }: HistoryParts): void {
  const files = () => buffers.$buffers.get().files;
  let last = files();
  let pending: ReturnType<typeof setTimeout> | undefined;
  const note = () => {
    clearTimeout(pending);
    pending = undefined;
    void history.note(files(), { kind: 'typed' });
  };
  session.$result.listen((result) => {
    if (result.kind !== 'live' || result.outcome.kind !== 'report') return;
    void history.note(result.files, eventOf(result.outcome.report));
  });
  buffers.$buffers.listen((state) => {
    if (state.files === last) return;
    last = state.files;
    pending ??= setTimeout(note, PAUSE_MS);
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && pending !== undefined) note();
  });
}

/** What a report says of the text. */
function eventOf({ verdict, checks, error, query_count }: Report): Event {
  const points = scoreOf(checks);
  if (verdict) return { kind: 'check', passed: verdict.passed, ...(points && { points }) };
  return { kind: 'run', queries: query_count, error: error?.type ?? null };
}
