import type { ReadableAtom } from 'nanostores';
import { isLight } from '../editor/load.ts';
import { FONT_SIZE, fontSizeWithin, type Settings } from '../stores/settings.ts';
import type { FilesView } from './workspace-files.ts';
import type { Fill } from './workspace-fill.ts';
import type { Chord } from './workspace-keys.ts';
import type { Session } from './workspace-session.ts';
import type { Views } from './workspace-views.ts';

/** Where a command stands in the list of keys. */
export type Group = 'Run and check' | 'Files' | 'Editing' | 'View' | 'Task';

/** Something that the workspace can do, by name or by key. */
export interface Command {
  id: string;
  title: string;
  group: Group;
  keys: readonly Chord[];
  /** Null for what the editor does by itself: it is in the list of keys, and cannot be chosen. */
  run: (() => void) | null;
  /** True when another part listens to the keys. */
  heard?: boolean;
  /** False while there is nothing for it to do. */
  available?: () => boolean;
}

export interface CommandParts {
  root: HTMLElement;
  session: Session;
  $mayRun: ReadableAtom<boolean>;
  files: FilesView;
  views: Views;
  settings: Settings;
  fill: Fill;
  format: () => void;
  /** Open the list of commands, and that of keys. */
  palette: () => void;
  keyboard: () => void;
}

/** All commands: the palette and the list of keys show these, and no others. */
export function workspaceCommands(parts: CommandParts): Command[] {
  return [
    ...runs(parts),
    ...editing(parts),
    ...goingRound(parts),
    ...appearance(parts),
    ...task(parts),
    ...openings(parts),
    ...goToFiles(parts),
  ];
}

function runs({ session, $mayRun, root }: CommandParts): Command[] {
  const idle = () => session.$activity.get().kind === 'idle';
  const group = 'Run and check';
  return [
    {
      id: 'run',
      title: 'Run',
      group,
      keys: ['Mod+Enter'],
      heard: true,
      run: () => void session.run(),
      available: () => idle() && $mayRun.get(),
    },
    {
      id: 'check',
      title: 'Check',
      group,
      keys: ['Mod+Shift+Enter'],
      heard: true,
      run: () => void session.check(),
      available: idle,
    },
    {
      id: 'stop',
      title: 'Stop',
      group,
      keys: ['Escape'],
      heard: true,
      run: session.stop,
      available: () => !idle(),
    },
    { id: 'reset', title: 'Reset', group, keys: [], ...press(root, '[data-action=reset]') },
    {
      id: 'history',
      title: 'History of this file',
      group: 'Files',
      keys: [],
      ...press(root, '[data-action=history]'),
    },
  ];
}

function editing({ files, settings, format }: CommandParts): Command[] {
  const { $settings, change } = settings;
  const group = 'Editing';
  const own = (title: string, ...keys: Chord[]): Command => ({
    id: title,
    title,
    group,
    keys,
    run: null,
  });
  return [
    {
      id: 'format',
      title: 'Format this file',
      group,
      keys: ['Shift+Alt+F'],
      run: format,
      available: () => files.current().path.endsWith('.py') && !files.current().readOnly,
    },
    {
      id: 'ask',
      title: 'Show the SQL of this line',
      group,
      keys: ['Shift+Alt+Q'],
      run: files.ask,
    },
    {
      id: 'problems',
      title: $settings.get().problems ? 'Hide problems as you type' : 'Show problems as you type',
      group,
      keys: [],
      run: () => change({ problems: !$settings.get().problems }),
    },
    own('Go to the next problem', 'F8'),
    own('Complete', 'Ctrl+Space'),
    own('Find', 'Mod+F'),
    own('Comment or uncomment lines', 'Mod+/'),
    own('Leave the editor by Tab', 'Escape', 'Tab'),
  ];
}

function goingRound({ files, views, root }: CommandParts): Command[] {
  const focus = (id: string) => root.querySelector<HTMLElement>(id)?.focus();
  const neighbor = (step: 1 | -1) => () => {
    files.turn(step);
    files.focus();
  };
  const group = 'View';
  return [
    {
      id: 'next',
      title: 'Next file',
      group: 'Files',
      keys: ['Shift+Alt+.'],
      run: neighbor(1),
    },
    {
      id: 'previous',
      title: 'Previous file',
      group: 'Files',
      keys: ['Shift+Alt+,'],
      run: neighbor(-1),
    },
    {
      id: 'text',
      title: 'Go to the text',
      group,
      keys: ['Shift+Alt+1'],
      run() {
        views.show('read');
        focus('#pane-text');
      },
    },
    {
      id: 'code',
      title: 'Go to the code',
      group,
      keys: ['Shift+Alt+2'],
      run() {
        views.show('code');
        files.focus();
      },
    },
    {
      id: 'result',
      title: 'Go to the result',
      group,
      keys: ['Shift+Alt+3'],
      run() {
        views.show('result');
        focus('#pane-result');
      },
    },
  ];
}

/** Last, because a project has many of them, and their names are typed. */
function goToFiles({ files, views }: CommandParts): Command[] {
  return files.paths().map((path) => ({
    id: `file:${path}`,
    title: `Go to ${path}`,
    group: 'Files',
    keys: [],
    run() {
      views.show('code');
      files.show(path);
      files.focus();
    },
  }));
}

function appearance({ root, settings, fill }: CommandParts): Command[] {
  const { $settings, change } = settings;
  const now = $settings.get();
  const light = isLight(now.editor);
  const resize = (by: number) => () =>
    change({ fontSize: fontSizeWithin($settings.get().fontSize + by) });
  const group = 'View';
  return [
    {
      id: 'fill-code',
      title: fill.filled() === 'code' ? 'Leave the full window' : 'Code in the full window',
      group,
      keys: ['Shift+Alt+C'],
      run: () => fill.toggle('code'),
    },
    {
      id: 'fill-result',
      title: fill.filled() === 'result' ? 'Leave the full window' : 'Result in the full window',
      group,
      keys: ['Shift+Alt+R'],
      run: () => fill.toggle('result'),
    },
    {
      id: 'wrap',
      title: now.wrap ? 'Do not wrap long lines' : 'Wrap long lines',
      group,
      keys: ['Alt+Z'],
      run: () => change({ wrap: !$settings.get().wrap }),
    },
    {
      id: 'larger',
      title: 'Larger code',
      group,
      keys: [],
      run: resize(FONT_SIZE.step),
      available: () => $settings.get().fontSize < FONT_SIZE.most,
    },
    {
      id: 'smaller',
      title: 'Smaller code',
      group,
      keys: [],
      run: resize(-FONT_SIZE.step),
      available: () => $settings.get().fontSize > FONT_SIZE.least,
    },
    {
      id: 'editor',
      title: light ? 'Use the full editor' : 'Use the light editor',
      group,
      keys: [],
      run: () => change({ editor: light ? 'full' : 'light' }),
    },
    {
      id: 'theme',
      title: 'Light or dark theme',
      group,
      keys: [],
      ...press(root.ownerDocument, 'theme-button button'),
    },
    {
      id: 'layout',
      title: 'Put the panes back where they were',
      group,
      keys: [],
      run() {
        for (const splitter of root.querySelectorAll('[role=separator]')) {
          splitter.dispatchEvent(new MouseEvent('dblclick'));
        }
      },
    },
  ];
}

function task({ root, views }: CommandParts): Command[] {
  const read = (selector: string) => {
    const { run, available } = press(root, selector);
    const show = () => {
      views.show('read');
      run();
    };
    return { run: show, available };
  };
  const group = 'Task';
  return [
    { id: 'hint', title: 'Show a hint', group, keys: [], ...read('[data-action=hint]') },
    {
      id: 'compare',
      title: 'Compare with the solution',
      group,
      keys: [],
      ...press(root, '[data-action=compare]'),
    },
  ];
}

function openings({ palette, keyboard }: CommandParts): Command[] {
  const group = 'View';
  return [
    { id: 'palette', title: 'All commands', group, keys: ['F1', 'Mod+Shift+P'], run: palette },
    { id: 'keyboard', title: 'Keyboard shortcuts', group, keys: ['?'], run: keyboard },
  ];
}

/** What a button of the page does, while it is offered. */
function press(root: ParentNode, selector: string): { run: () => void; available: () => boolean } {
  const button = () => root.querySelector<HTMLButtonElement>(selector);
  return {
    run: () => button()?.click(),
    available: () => button()?.hidden === false && !button()?.disabled,
  };
}
