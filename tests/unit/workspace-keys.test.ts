import { expect, test } from 'vitest';
import { ariaKeys, caps, matches } from '../../src/components/workspace-keys.ts';

function press(keys: string, key: string, code = '') {
  return {
    key,
    code,
    ctrlKey: keys.includes('c'),
    metaKey: keys.includes('m'),
    altKey: keys.includes('a'),
    shiftKey: keys.includes('s'),
    isComposing: false,
  };
}

test.each([
  ['Mod+Shift+P', press('cs', 'P', 'KeyP'), false, true],
  ['Mod+Shift+P', press('ms', 'p', 'KeyP'), true, true],
  ['Mod+Shift+P', press('cs', 'P', 'KeyP'), true, false],
  ['Mod+Shift+P', press('c', 'p', 'KeyP'), false, false],
  ['Mod+Shift+P', press('csa', 'P', 'KeyP'), false, false],
  // Alt types other signs on a Mac.
  ['Shift+Alt+F', press('as', 'Ï', 'KeyF'), true, true],
  ['Shift+Alt+.', press('as', '>', 'Period'), false, true],
  ['Shift+Alt+1', press('as', '!', 'Digit1'), false, true],
  ['F1', press('', 'F1', 'F1'), false, true],
  // On some keyboards the sign needs Shift, on others it does not.
  ['?', press('s', '?', 'Slash'), false, true],
  ['?', press('', '?', 'Minus'), false, true],
  ['?', press('c', '?', 'Slash'), false, false],
])('%s is pressed: %j', (chord, pressed, mac, expected) => {
  expect(matches(chord, pressed, mac)).toBe(expected);
});

test('what an input method composes is no key', () => {
  expect(matches('F1', { ...press('', 'F1'), isComposing: true }, false)).toBe(false);
});

test('caps are those of the platform', () => {
  expect(caps('Mod+Shift+P', false)).toEqual(['Ctrl', 'Shift', 'P']);
  expect(caps('Mod+Shift+P', true)).toEqual(['⌘', '⇧', 'P']);
  expect(ariaKeys('Mod+Enter', true)).toBe('Meta+Enter');
});
