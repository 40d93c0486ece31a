import { expect, test } from 'vitest';
import { fontSizeWithin, openSettings } from '../../src/stores/settings.ts';
import { keeper } from '../../src/stores/storage.ts';
import { failing, memory } from './stores-fake.ts';

const KEY = 'beyond-runserver:settings';
const DEFAULTS = { fontSize: 14, wrap: false, editor: null, problems: false, question: true };

function opened(saved?: unknown) {
  const storage = memory(saved === undefined ? {} : { [KEY]: JSON.stringify(saved) });
  return { storage, settings: openSettings(keeper(() => storage)) };
}

test('nothing that costs bytes is on by itself', () => {
  expect(opened().settings.$settings.get()).toEqual(DEFAULTS);
});

test('a change is there on the next visit', () => {
  const { storage, settings } = opened();
  settings.change({ wrap: true, editor: 'light' });
  const again = openSettings(keeper(() => storage));
  expect(again.$settings.get()).toEqual({ ...DEFAULTS, wrap: true, editor: 'light' });
});

test.each([
  [
    { format: 1, fontSize: 900, wrap: true },
    { ...DEFAULTS, wrap: true },
  ],
  [
    { format: 1, editor: 'emacs', problems: 'yes', fontSize: 16 },
    { ...DEFAULTS, fontSize: 16 },
  ],
  [{ format: 7, wrap: true }, DEFAULTS],
  ['nonsense', DEFAULTS],
])('what does not parse has its default, alone: %j', (saved, settings) => {
  expect(opened(saved).settings.$settings.get()).toEqual(settings);
});

test('where nothing can be kept, a change holds for the page', () => {
  const settings = openSettings(keeper(() => failing('SecurityError')));
  settings.change({ fontSize: 20 });
  expect(settings.$settings.get().fontSize).toBe(20);
});

test.each([
  [10, 12],
  [14, 14],
  [99, 24],
])('a size of %i is set as %i', (asked, size) => {
  expect(fontSizeWithin(asked)).toBe(size);
});
