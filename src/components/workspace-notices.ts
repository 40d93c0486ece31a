import { el } from '../evidence/el.ts';
import type { Buffers, BuffersState } from '../stores/buffers.ts';
import type { History } from '../stores/history.ts';
import type { Keeper, StorageHealth } from '../stores/storage.ts';
import { part } from './workspace-data.ts';

interface Notice {
  text: string;
  actions: readonly { label: string; act: () => void }[];
}

/** What the learner must know about their text, above the editor: one sentence, and what to do. */
export function connectNotices(
  root: HTMLElement,
  buffers: Buffers,
  keeper: Keeper,
  history: Pick<History, '$health'>,
): void {
  const place = part(root, '[data-part=notices]', HTMLElement);
  const document = root.ownerDocument;
  /** What was read: of the storage once for all, of the text until it changes again. */
  let dismissed: { health: boolean; text: string | null } = { health: false, text: null };

  function draw(): void {
    const health = dismissed.health
      ? null
      : (healthNotice(keeper.$health.get()) ?? historyNotice(history.$health.get()));
    const text = textNotice(buffers);
    const later = text?.text === dismissed.text ? null : text;
    place.replaceChildren(
      ...(health ? [render(health, () => ({ ...dismissed, health: true }))] : []),
      ...(later ? [render(later, () => ({ ...dismissed, text: later.text }))] : []),
    );
  }

  function render(notice: Notice, dismissal: () => typeof dismissed): HTMLElement {
    const close = { label: 'Dismiss', act: () => undefined };
    const buttons = [...notice.actions, ...(isQuestion(notice) ? [] : [close])].map((action) => {
      const button = el(
        document,
        'button',
        { type: 'button', class: 'notice-action' },
        action.label,
      );
      button.addEventListener('click', () => {
        if (action === close) dismissed = dismissal();
        action.act();
        draw();
      });
      return button;
    });
    return el(document, 'div', { class: 'notice' }, el(document, 'p', {}, notice.text), ...buttons);
  }

  keeper.$health.listen(draw);
  history.$health.listen(draw);
  let before = signature(buffers.$buffers.get());
  buffers.$buffers.listen((state) => {
    if (signature(state) === before) return;
    before = signature(state);
    dismissed = { ...dismissed, text: null };
    draw();
  });
  draw();
}

function signature({ outdated, kept }: BuffersState): string {
  return `${outdated} ${kept}`;
}

/** A notice with two ways on waits for a choice. */
function isQuestion({ actions }: Notice): boolean {
  return actions.length > 1;
}

function textNotice(buffers: Buffers): Notice | null {
  const { outdated, kept } = buffers.$buffers.get();
  if (outdated) {
    return {
      text: 'This exercise has changed since you began. Your code is still here, as you left it.',
      actions: [
        { label: 'Keep mine', act: buffers.keepMine },
        { label: 'Take the new starter (mine is kept)', act: buffers.takeNew },
      ],
    };
  }
  if (kept === null) return null;
  if (kept === 'other_tab') {
    return {
      text: 'You changed this exercise in another tab too. This is the text of this tab; the other one is kept.',
      actions: [
        { label: 'Keep this one', act: buffers.letGo },
        { label: 'Take the other (this one is kept)', act: buffers.bringBack },
      ],
    };
  }
  const label = kept === 'reset' ? 'Undo reset' : 'Bring mine back';
  return {
    text: 'This is the starter again. Your code is kept.',
    actions: [{ label, act: buffers.bringBack }],
  };
}

function healthNotice(health: StorageHealth): Notice | null {
  switch (health) {
    case 'working':
      return null;
    case 'full':
      return {
        text: 'Your browser has no room left to save your code. It stays here until you close this tab: copy what you want to keep, or delete data of other sites.',
        actions: [],
      };
    case 'blocked':
      return {
        text: 'Your browser does not let this site save anything. Your code stays here until you close this tab: copy what you want to keep.',
        actions: [],
      };
  }
}

/** The text itself is safe: it has a place of its own. */
function historyNotice(health: StorageHealth): Notice | null {
  if (health === 'working') return null;
  const why =
    health === 'full'
      ? 'Your browser has no room left for earlier versions of your files.'
      : 'Your browser does not let this site keep earlier versions of your files.';
  return { text: `${why} Your code is saved, its history ends with this tab.`, actions: [] };
}
