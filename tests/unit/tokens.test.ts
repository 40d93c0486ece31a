import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import dark from '../../src/editor/theme-dark.json' with { type: 'json' };
import light from '../../src/editor/theme-light.json' with { type: 'json' };
import { apart, contrast, SIGHTS } from './color.ts';

const css = readFileSync('src/styles/tokens.css', 'utf8');
const [lightCss = '', darkCss = ''] = css.split(/\[data-theme=.dark.\]/);
const colors = (text: string) =>
  new Map([...text.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]));
const THEMES = [
  { name: 'light', tokens: colors(lightCss), code: light },
  { name: 'dark', tokens: colors(darkCss), code: dark },
];

const GROUNDS = ['paper', 'raised', 'sunken'];
const TEXTS = ['ink', 'ink-soft', 'accent', 'cost', 'wrong', 'link'];
/** Text on a tinted ground. */
const TINTED = [
  ['ink', 'accent-soft'],
  ['ink', 'cost-soft'],
  ['ink', 'wrong-soft'],
  ['ink-soft', 'wrong-soft'],
  ['ink-soft', 'cost-soft'],
  ['link', 'cost-soft'],
  ['link', 'wrong-soft'],
  ['cost', 'cost-soft'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
] as const;
const MARKS = [
  'line-strong',
  'focus',
  ...Array.from({ length: 9 }, (_, index) => `shape-${index}`),
];

describe.each(THEMES)('in the $name theme', ({ tokens, code }) => {
  const of = (name: string): string => {
    const hex = tokens.get(name);
    if (!hex) throw new Error(`tokens.css has no --${name} here.`);
    return hex;
  };

  it.each(TEXTS.flatMap((text) => GROUNDS.map((ground) => [text, ground] as const)))(
    'text %s on %s has 4.5 to 1',
    (text, ground) => {
      expect(contrast(of(text), of(ground))).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(TINTED)('text %s on %s has 4.5 to 1', (text, ground) => {
    expect(contrast(of(text), of(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(MARKS.flatMap((mark) => ['paper', 'raised'].map((ground) => [mark, ground] as const)))(
    'mark %s on %s has 3 to 1',
    (mark, ground) => {
      expect(contrast(of(mark), of(ground))).toBeGreaterThanOrEqual(3);
    },
  );

  it.each(SIGHTS)('the eight shapes stay apart with %s sight', (sight) => {
    const shapes = Array.from({ length: 8 }, (_, index) => of(`shape-${index + 1}`));
    for (const [index, one] of shapes.entries()) {
      for (const other of shapes.slice(index + 1)) {
        // Distance in OKLab; 0.1 is plainly told apart side by side.
        expect(apart(one, other, sight), `${one} and ${other}`).toBeGreaterThan(0.1);
      }
    }
  });

  it('code can be read on its ground', () => {
    const grounds = [code.bg, of('sunken'), of('cost-soft')];
    for (const { settings } of code.settings) {
      for (const ground of grounds) {
        const pair = `${settings.foreground} on ${ground}`;
        expect(contrast(settings.foreground, ground), pair).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  it('code lies on the ground that the page gives it', () => {
    expect([code.bg, code.fg]).toEqual([of('raised'), of('ink')]);
  });
});
