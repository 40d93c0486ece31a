import type { ReadableAtom } from 'nanostores';
import type { EditorAssets } from '../editor/editor.ts';
import type { Linter } from '../editor/language.ts';
import type { Buffers } from '../stores/buffers.ts';
import type { Settings } from '../stores/settings.ts';
import { type Command, workspaceCommands } from './workspace-commands.ts';
import { part } from './workspace-data.ts';
import { commandDialogs } from './workspace-dialogs.ts';
import { ruffOf } from './workspace-editor.ts';
import type { FilesView } from './workspace-files.ts';
import { createFill, type Filling } from './workspace-fill.ts';
import { formatCurrent } from './workspace-format.ts';
import { isMac, matches } from './workspace-keys.ts';
import { connectLint } from './workspace-lint.ts';
import type { Session } from './workspace-session.ts';
import { connectTools } from './workspace-tools.ts';
import type { Views } from './workspace-views.ts';

export interface DeskParts {
  session: Session;
  $mayRun: ReadableAtom<boolean>;
  files: FilesView;
  views: Views;
  buffers: Buffers;
  settings: Settings;
  assets: EditorAssets;
  linter?: Linter | undefined;
}

/** Where a `?` is something to write. */
const TEXT =
  'input, textarea, select, [contenteditable], [role=textbox], .monaco-editor, .cm-editor';

/** Everything around the code that is not code: commands, their keys, settings, problems, formatting. */
export function connectDesk(root: HTMLElement, parts: DeskParts): void {
  const { files, buffers, session, settings, assets } = parts;
  const { ownerDocument: document } = root;
  const place = part(root, '[data-part=editor-status]', HTMLElement);
  let fading: ReturnType<typeof setTimeout> | undefined;
  const say = (words: string) => {
    place.textContent = words;
    clearTimeout(fading);
    // It lies over the code. What failed stays until the text changes.
    if (/^Formatted/.test(words)) fading = setTimeout(say, 6000, '');
  };
  const linter = parts.linter ?? ruffOf(assets, say);
  const mac = isMac(navigator.platform);
  let filled: (pane: Filling | null) => void = () => {};
  const fill = createFill(root, (pane) => filled(pane));
  // What the learner turns to must not lie under the pane that fills the window.
  session.$activity.listen(({ kind }) => {
    if (kind === 'busy' && fill.filled() === 'code') fill.toggle('code');
  });
  root.addEventListener('place', () => {
    if (fill.filled() === 'result') fill.toggle('result');
  });
  const dialogs = commandDialogs(root, commands, mac);

  function commands(): Command[] {
    return workspaceCommands({
      ...parts,
      root,
      fill,
      format: () => void formatCurrent(linter, files, say),
      ...dialogs,
    });
  }

  filled = connectTools(root, { settings, commands, ruff: assets.ruff.packed, mac });
  connectLint({ linter, files, buffers, settings, say });
  buffers.$buffers.listen(() => {
    // What failed is of the text before.
    if (/not formatted|already/.test(place.textContent ?? '')) say('');
  });

  // Before the editor, which has uses of its own for some of these keys.
  document.addEventListener(
    'keydown',
    (event) => {
      if (isTyping(event) || root.querySelector('dialog[open]')) return;
      const command = commands().find(
        ({ keys, run, heard }) => run && !heard && keys.some((chord) => matches(chord, event, mac)),
      );
      if (!command?.run || (event.key === '?' && !asks(event))) return;
      event.preventDefault();
      event.stopPropagation();
      if (command.available?.() !== false) command.run();
    },
    { capture: true },
  );

  function asks({ target }: KeyboardEvent): boolean {
    if (!settings.$settings.get().question) return false;
    return !(target instanceof Element && target.closest(TEXT));
  }
}

/** Most presses write something, and nobody waits for a list of commands then. */
function isTyping({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return key.length === 1 && key !== '?' && !ctrlKey && !metaKey && !altKey;
}
