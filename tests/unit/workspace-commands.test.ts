import { parseHTML } from 'linkedom';
import { atom } from 'nanostores';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { workspaceCommands } from '../../src/components/workspace-commands.ts';
import { found } from '../../src/components/workspace-dialogs.ts';
import type { Filling } from '../../src/components/workspace-fill.ts';
import type { Activity } from '../../src/components/workspace-session.ts';
import { openSettings } from '../../src/stores/settings.ts';
import { keeper } from '../../src/stores/storage.ts';
import { memory } from './stores-fake.ts';

beforeEach(() => void vi.stubGlobal('matchMedia', () => ({ matches: false })));
afterEach(() => void vi.unstubAllGlobals());

const SOURCE = { path: 'report.py', text: '', readOnly: false };

function opened(file = SOURCE) {
  const { document } = parseHTML(
    '<main><button data-action="hint">Show a hint</button><button data-action="compare" hidden></button></main>',
  );
  const root = document.querySelector<HTMLElement>('main');
  if (!root) throw new Error('no main');
  const $activity = atom<Activity>({ kind: 'idle' });
  const $mayRun = atom(true);
  const settings = openSettings(keeper(() => memory()));
  const nothing = () => {};
  const session = {
    $activity,
    $result: atom({ kind: 'none' } as const),
    open: nothing,
    run: vi.fn(async () => {}),
    check: async () => {},
    stop: nothing,
  };
  const files = {
    mount: nothing,
    current: () => file,
    paths: () => ['report.py', 'main.py'],
    turn: nothing,
    report: nothing,
    ask: nothing,
    dress: nothing,
    show: nothing,
    goto: nothing,
    replace: nothing,
    mark: nothing,
    focus: nothing,
  };
  const commands = () =>
    workspaceCommands({
      root,
      session,
      $mayRun,
      files,
      views: { show: nothing, badge: nothing },
      settings,
      fill: { toggle: nothing, filled: (): Filling | null => null },
      format: nothing,
      palette: nothing,
      keyboard: nothing,
    });
  const titles = (typed: string) => found(commands(), typed).map(({ title }) => title);
  return { commands, titles, $activity, $mayRun, settings, session };
}

test('no two commands have the same key, but for what leaves and what stops', () => {
  const keys = opened()
    .commands()
    .flatMap((command) => command.keys)
    .filter((key) => key !== 'Escape');
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

test('every id is its own', () => {
  const ids = opened()
    .commands()
    .map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test.each([
  ['go main', ['Go to main.py']],
  ['MAIN go', ['Go to main.py']],
  ['hint', ['Show a hint']],
  // Not before it is earned.
  ['solution', []],
  // What the editor does by itself cannot be chosen from outside.
  ['comment', []],
])('"%s" finds %j', (typed, expected) => {
  expect(opened().titles(typed)).toEqual(expected);
});

test('what cannot be done now is not offered', () => {
  const { titles, $activity, $mayRun } = opened();
  expect(titles('stop')).toEqual([]);
  expect(titles('run')).toContain('Run');
  $mayRun.set(false);
  expect(titles('run')).not.toContain('Run');
  $activity.set({ kind: 'busy', what: 'run' });
  expect(titles('stop')).toEqual(['Stop']);
  expect(opened({ ...SOURCE, readOnly: true }).titles('format')).toEqual([]);
});

test('a choice is named by what it would do', () => {
  const { commands, titles, settings } = opened();
  expect(titles('light editor')).toEqual(['Use the light editor']);
  commands()
    .find(({ id }) => id === 'editor')
    ?.run?.();
  expect(settings.$settings.get().editor).toBe('light');
  expect(titles('full editor')).toEqual(['Use the full editor']);
});

test('code grows no larger than it may', () => {
  const { commands, titles, settings } = opened();
  for (let press = 0; press < 20; press++) {
    commands()
      .find(({ id, available }) => id === 'larger' && available?.())
      ?.run?.();
  }
  expect(settings.$settings.get().fontSize).toBe(24);
  expect(titles('larger')).toEqual([]);
});
