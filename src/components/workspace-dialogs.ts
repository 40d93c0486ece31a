import { el } from '../evidence/el.ts';
import { counted } from '../evidence/words.ts';
import type { Command, Group } from './workspace-commands.ts';
import { type Chord, caps } from './workspace-keys.ts';

/** A list of all that the workspace can do, and one of its keys, as dialogs. */
export interface CommandDialogs {
  palette(): void;
  keyboard(): void;
}

/** Caps side by side; a screen reader hears one key after the other. */
function keyCaps(document: Document, chord: Chord, mac: boolean): HTMLElement {
  const all = caps(chord, mac).map((cap) => el(document, 'kbd', {}, cap));
  return el(
    document,
    'span',
    { class: 'caps' },
    ...all.flatMap((cap, index) => (index > 0 ? [' ', cap] : [cap])),
  );
}

function dialog(document: Document, name: string, title: string): HTMLDialogElement {
  const element = el(
    document,
    'dialog',
    { class: `dialog ${name}`, 'aria-labelledby': `${name}-title` },
    // The focus begins here, so that a long dialog is not opened at its end.
    el(document, 'h2', { id: `${name}-title`, tabindex: -1, autofocus: true }, title),
  );
  // A press beside it closes it, as in other lists of commands.
  element.addEventListener('click', ({ target }) => {
    if (target === element) element.close();
  });
  return element;
}

/** Every word that was typed, somewhere in the title. */
export function found(commands: readonly Command[], typed: string): Command[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return commands.filter(({ title, run, available }) => {
    const text = title.toLowerCase();
    return run && available?.() !== false && words.every((word) => text.includes(word));
  });
}

export function commandDialogs(
  root: HTMLElement,
  commands: () => readonly Command[],
  mac: boolean,
): CommandDialogs {
  const { ownerDocument: document } = root;
  return {
    palette: () => openPalette(root, document, commands(), mac),
    keyboard: () => openKeyboard(root, document, commands(), mac),
  };
}

function openPalette(
  root: HTMLElement,
  document: Document,
  commands: readonly Command[],
  mac: boolean,
): void {
  const box = dialog(document, 'palette', 'Commands');
  const input = el(document, 'input', {
    type: 'text',
    role: 'combobox',
    class: 'palette-input',
    'aria-label': 'Find a command',
    'aria-expanded': 'true',
    'aria-controls': 'palette-list',
    'aria-autocomplete': 'list',
    autocomplete: 'off',
    spellcheck: 'false',
    placeholder: 'Find a command',
  });
  const list = el(document, 'ul', {
    id: 'palette-list',
    role: 'listbox',
    class: 'palette-list',
    'aria-label': 'Commands',
  });
  const count = el(document, 'p', { role: 'status', class: 'palette-count' });
  let shown: Command[] = [];
  let active = 0;

  function draw(): void {
    shown = found(commands, input.value);
    active = 0;
    list.replaceChildren(...shown.map(option));
    count.textContent =
      shown.length === 0 ? 'No command has these words.' : counted(shown.length, 'command');
    point();
  }

  function option({ title, keys }: Command, index: number): HTMLElement {
    const [chord] = keys;
    const item = el(
      document,
      'li',
      { id: `palette-${index}`, role: 'option', 'aria-selected': 'false' },
      el(document, 'span', {}, title),
      chord ? keyCaps(document, chord, mac) : null,
    );
    item.addEventListener('click', () => choose(index));
    return item;
  }

  function point(): void {
    for (const [index, item] of [...list.children].entries()) {
      item.setAttribute('aria-selected', String(index === active));
      if (index === active) item.scrollIntoView({ block: 'nearest' });
    }
    if (shown.length > 0) input.setAttribute('aria-activedescendant', `palette-${active}`);
    else input.removeAttribute('aria-activedescendant');
  }

  function choose(index: number): void {
    const command = shown[index];
    if (!command) return;
    // Closed first: the focus goes back to where it was, and the command may move it.
    box.close();
    command.run?.();
  }

  input.addEventListener('input', draw);
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const last = shown.length - 1;
    if (event.key === 'Enter') choose(active);
    else if (event.key === 'ArrowDown') active = active >= last ? 0 : active + 1;
    else if (event.key === 'ArrowUp') active = active <= 0 ? Math.max(0, last) : active - 1;
    else return;
    event.preventDefault();
    point();
  });
  box.append(input, count, list);
  show(root, box);
  draw();
  input.focus();
}

function openKeyboard(
  root: HTMLElement,
  document: Document,
  commands: readonly Command[],
  mac: boolean,
): void {
  const box = dialog(document, 'keyboard', 'Keyboard shortcuts');
  const close = el(document, 'button', { type: 'button', class: 'button' }, 'Close');
  close.addEventListener('click', () => box.close());
  const keyed = commands.filter(({ keys }) => keys.length > 0);
  const groups = [...new Set(keyed.map(({ group }) => group))];
  const tables = groups.map((group) => keyTable(document, group, keyed, mac));
  box.append(
    el(document, 'div', { class: 'keyboard-groups' }, ...tables),
    el(document, 'p', { class: 'choice' }, close),
  );
  show(root, box);
}

function keyTable(
  document: Document,
  group: Group,
  commands: readonly Command[],
  mac: boolean,
): HTMLElement {
  const rows = commands
    .filter((command) => command.group === group)
    .map(({ id, title, keys }) => {
      // Two keys one after the other, or either of two.
      const between = id.startsWith('Leave') ? ', then ' : ' or ';
      const chords = keys.flatMap((chord, index) => [
        ...(index > 0 ? [between] : []),
        keyCaps(document, chord, mac),
      ]);
      return el(
        document,
        'tr',
        {},
        el(document, 'th', { scope: 'row' }, title),
        el(document, 'td', {}, ...chords),
      );
    });
  return el(
    document,
    'table',
    {},
    el(document, 'caption', {}, group),
    el(document, 'tbody', {}, ...rows),
  );
}

/** Made when it is asked for, and gone when it is closed. */
function show(root: HTMLElement, box: HTMLDialogElement): void {
  box.addEventListener('close', () => box.remove());
  root.append(box);
  box.showModal();
}
