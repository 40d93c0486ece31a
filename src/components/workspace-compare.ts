import type { ColorText } from '../comparison/files.ts';
import { el } from '../evidence/el.ts';
import { ANSWERS, type Exercise } from '../runtime/exercise.ts';
import type { Files } from '../runtime/protocol.ts';
import type { Progress } from '../stores/progress.ts';
import { part } from './workspace-data.ts';

export interface CompareParts {
  exercise: Pick<Exercise, 'form' | 'hints' | 'starter' | 'solution'>;
  progress: Progress;
  /** The editable files as they are now. */
  files: () => Files;
  color: ColorText;
}

/** Too narrow for two columns of code below this. */
const WIDE = matchMedia('(min-width: 760px)');

/** The solution: offered after a pass, and to those who have no hint left and give up. */
export function connectCompare(root: HTMLElement, parts: CompareParts): void {
  const { exercise, progress } = parts;
  const giveUp = part(root, '[data-action=give-up]', HTMLButtonElement);
  const ask = part(root, '[data-part=give-up-dialog]', HTMLDialogElement);
  const dialog = part(root, '[data-part=compare-dialog]', HTMLDialogElement);
  const offers = [...root.querySelectorAll<HTMLButtonElement>('[data-action=compare]')];
  // The one in the result comes and goes with its result.
  const lasting = offers.find((button) => button.hidden);

  progress.$attainment.subscribe(({ passed, shown, hints }) => {
    const open = passed !== null || shown;
    giveUp.hidden = open || hints < exercise.hints.length;
    if (lasting) lasting.hidden = !open;
  });
  giveUp.addEventListener('click', () => ask.showModal());
  ask.addEventListener('close', () => {
    const show = ask.returnValue === 'show';
    ask.returnValue = '';
    if (!show) return;
    progress.gaveUp();
    // The button that opened the dialog is gone, so its neighbor gets the focus back in the end.
    lasting?.focus();
    dialog.showModal();
    void draw(dialog, parts);
  });
  for (const offer of offers) {
    offer.addEventListener('click', () => {
      dialog.showModal();
      void draw(dialog, parts);
    });
  }
  WIDE.addEventListener('change', () => {
    if (dialog.open) void draw(dialog, parts);
  });
}

async function draw(dialog: HTMLDialogElement, parts: CompareParts): Promise<void> {
  const place = part(dialog, '[data-part=differences]', HTMLElement);
  const { starter, solution } = parts.exercise;
  try {
    const answers = await comparedAnswers(dialog.ownerDocument, parts);
    if (answers) {
      place.replaceChildren(answers);
      return;
    }
    const { comparedFiles, comparison } = await import('../comparison/files.ts');
    const layout = WIDE.matches ? 'split' : 'unified';
    const files = comparedFiles(parts.files(), starter, solution);
    const { ownerDocument: document } = dialog;
    place.replaceChildren(...(await comparison(document, files, { layout, color: parts.color })));
  } catch (error) {
    console.warn('The comparison did not load.', error);
    const words =
      'The comparison did not load. Check your connection, close this and open it again.';
    place.replaceChildren(el(dialog.ownerDocument, 'p', { role: 'alert' }, words));
  }
}

/** Answers stand in a table of their own; null where there is none, or it cannot be read. */
async function comparedAnswers(document: Document, parts: CompareParts): Promise<Element | null> {
  const { form, solution } = parts.exercise;
  if (form.kind === 'code') return null;
  const { answerRows, answersTable } = await import('../comparison/answers.ts');
  const rows = answerRows(form, parts.files()[ANSWERS] ?? '', solution[ANSWERS] ?? '');
  return rows && answersTable(document, rows);
}
