import type { ReadableAtom } from 'nanostores';
import type { Buffers } from '../stores/buffers.ts';
import { part } from './workspace-data.ts';
import type { Session } from './workspace-session.ts';

/** A run that ends sooner than this needs no Stop: it would only flicker. */
const PATIENCE_MS = 150;

/** Run, Check, Stop and Reset, by button and by key. */
export function connectActions(
  root: HTMLElement,
  session: Session,
  buffers: Buffers,
  $mayRun: ReadableAtom<boolean>,
): void {
  const run = part(root, '[data-action=run]', HTMLButtonElement);
  const check = part(root, '[data-action=check]', HTMLButtonElement);
  const stop = part(root, '[data-action=stop]', HTMLButtonElement);
  run.addEventListener('click', () => session.run());
  check.addEventListener('click', () => session.check());
  stop.addEventListener('click', () => session.stop());
  connectReset(root, buffers);
  $mayRun.subscribe((mayRun) => {
    run.hidden = !mayRun;
    check.classList.toggle('button-primary', !mayRun);
  });
  // Until here a press would have been lost.
  for (const button of [run, check]) button.disabled = false;
  if (/Mac|iPhone|iPad/.test(navigator.platform))
    part(root, '[data-part=ctrl]', HTMLElement).textContent = '⌘';

  let pending: ReturnType<typeof setTimeout> | undefined;
  session.$activity.listen(({ kind }) => {
    clearTimeout(pending);
    for (const button of [run, check])
      button.setAttribute('aria-disabled', String(kind === 'busy'));
    if (kind === 'busy') {
      pending = setTimeout(() => {
        stop.hidden = false;
      }, PATIENCE_MS);
      return;
    }
    // Focus must not fall to the page when the button that has it goes.
    if (root.ownerDocument.activeElement === stop) (run.hidden ? check : run).focus();
    stop.hidden = true;
  });

  // Before the editor, which has uses of its own for these keys.
  root.ownerDocument.addEventListener(
    'keydown',
    (event) => {
      if (root.querySelector('dialog[open]')) return;
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.altKey) {
        event.preventDefault();
        event.stopPropagation();
        void (event.shiftKey ? session.check() : session.run());
      } else if (event.key === 'Escape' && session.$activity.get().kind === 'busy') {
        event.preventDefault();
        event.stopPropagation();
        session.stop();
      }
    },
    { capture: true },
  );
}

function connectReset(root: HTMLElement, buffers: Buffers): void {
  const reset = part(root, '[data-action=reset]', HTMLButtonElement);
  const dialog = part(root, '[data-part=reset-dialog]', HTMLDialogElement);
  reset.addEventListener('click', () => dialog.showModal());
  dialog.addEventListener('close', () => {
    if (dialog.returnValue === 'reset') buffers.reset();
    dialog.returnValue = '';
  });
}
