import { isLight } from '../editor/load.ts';
import { el } from '../evidence/el.ts';
import { bytes } from '../evidence/words.ts';
import type { Settings } from '../stores/settings.ts';
import type { Command } from './workspace-commands.ts';
import { part } from './workspace-data.ts';
import type { Filling } from './workspace-fill.ts';
import { ariaKeys, caps } from './workspace-keys.ts';

export interface ToolsParts {
  settings: Settings;
  commands: () => readonly Command[];
  /** What Ruff weighs on its way. */
  ruff: number;
  mac: boolean;
}

/** The menu at the end of the file bar. @returns shows which pane fills the window. */
export function connectTools(root: HTMLElement, parts: ToolsParts): (pane: Filling | null) => void {
  const { settings, commands, mac } = parts;
  const { ownerDocument: document } = root;
  const menu = part(root, '[data-part=editor-menu]', HTMLElement);
  const opener = part(root, '[data-tool=menu]', HTMLElement);
  const filler = part(root, '[data-tool=fill]', HTMLElement);
  const size = part(menu, '[data-part=font-size]', HTMLElement);
  const command = (id: string) => commands().find((each) => each.id === id);
  part(menu, '[data-part=ruff-size]', HTMLElement).textContent = bytes(parts.ruff);

  menu.addEventListener('beforetoggle', () => {
    const box = opener.getBoundingClientRect();
    menu.style.insetBlockStart = `${box.bottom + 4}px`;
    menu.style.insetInlineEnd = `${Math.max(8, window.innerWidth - box.right)}px`;
    draw();
  });
  for (const button of menu.querySelectorAll<HTMLButtonElement>('[data-command]')) {
    const { command: id = '' } = button.dataset;
    const [chord] = command(id)?.keys ?? [];
    if (chord) {
      button.setAttribute('aria-keyshortcuts', ariaKeys(chord, mac));
      const words = caps(chord, mac).join(mac ? '' : ' ');
      button.append(el(document, 'small', { 'aria-hidden': 'true' }, words));
    }
    button.addEventListener('click', () => {
      if (button.classList.contains('entry')) menu.hidePopover();
      command(id)?.run?.();
    });
  }
  filler.addEventListener('click', () => command('fill-code')?.run?.());
  menu.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    const { checked } = target;
    switch (target.dataset.setting) {
      case 'wrap':
        return settings.change({ wrap: checked });
      case 'problems':
        return settings.change({ problems: checked });
      case 'question':
        return settings.change({ question: checked });
      case 'light':
        return settings.change({ editor: checked ? 'light' : 'full' });
    }
  });

  function draw(): void {
    const { fontSize, wrap, problems, question, editor } = settings.$settings.get();
    const values: Readonly<Record<string, boolean>> = {
      wrap,
      problems,
      question,
      light: isLight(editor),
    };
    for (const input of menu.querySelectorAll<HTMLInputElement>('[data-setting]')) {
      input.checked = values[input.dataset.setting ?? ''] ?? false;
    }
    for (const button of menu.querySelectorAll<HTMLButtonElement>('.entry')) {
      button.disabled = command(button.dataset.command ?? '')?.available?.() === false;
    }
    const words = `${fontSize} px`;
    if (size.textContent !== words) size.textContent = words;
  }
  settings.$settings.subscribe(draw);

  return (pane) => {
    const filled = pane === 'code';
    const name = filled ? 'Leave the full window' : 'Code in the full window';
    filler.setAttribute('aria-pressed', String(filled));
    filler.title = name;
  };
}
