/**
 * Keys as commands name them: parts joined by `+`, the last one the key. `Mod` is Command on a Mac and
 * Control elsewhere. Letters, digits and points are told by where they lie on the keyboard, because
 * Alt changes what they type.
 */
export type Chord = string;

type Press = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'
>;

export function isMac(platform: string): boolean {
  return /Mac|iPhone|iPad/.test(platform);
}

export function matches(chord: Chord, press: Press, mac: boolean): boolean {
  const parts = chord.split('+');
  const key = parts.pop() ?? '';
  if (press.isComposing) return false;
  // What a sign needs besides its key differs between keyboards.
  if (key === '?') return press.key === '?' && !press.ctrlKey && !press.metaKey && !press.altKey;
  const mod = parts.includes('Mod');
  return (
    press.ctrlKey === ((mod && !mac) || parts.includes('Ctrl')) &&
    press.metaKey === (mod && mac) &&
    press.altKey === parts.includes('Alt') &&
    press.shiftKey === parts.includes('Shift') &&
    isKey(key, press)
  );
}

function isKey(key: string, { key: typed, code }: Press): boolean {
  if (/^[A-Z]$/.test(key)) return code === `Key${key}`;
  if (/^\d$/.test(key)) return code === `Digit${key}`;
  if (key === '.') return code === 'Period';
  if (key === ',') return code === 'Comma';
  return typed === key;
}

const MAC: Readonly<Record<string, string>> = {
  Mod: '⌘',
  Ctrl: '⌃',
  Alt: '⌥',
  Shift: '⇧',
};

const NAMES: Readonly<Record<string, string>> = {
  Mod: 'Ctrl',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
};

/** What the caps of a chord say, in the order in which they are pressed. */
export function caps(chord: Chord, mac: boolean): string[] {
  return chord.split('+').map((part) => (mac && MAC[part]) || NAMES[part] || part);
}

/** The form that `aria-keyshortcuts` wants. */
export function ariaKeys(chord: Chord, mac: boolean): string {
  return chord.replace('Mod', mac ? 'Meta' : 'Control').replace('Ctrl', 'Control');
}
