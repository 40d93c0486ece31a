/**
 * How the learner likes the editor, the same for every exercise.
 *
 * Saved format, under `beyond-runserver:settings`:
 *
 *     { format: 1,
 *       fontSize: pixels, within the bounds below,
 *       wrap: true to break long lines at the edge,
 *       editor: 'full' | 'light' | null, which leaves it to the device,
 *       problems: true to have code read while it is typed,
 *       question: false when `?` is not to open the keyboard shortcuts }
 *
 * Migrations: none yet. A key that is missing or does not parse has its default, alone.
 */
import { atom, type ReadableAtom } from 'nanostores';
import * as v from 'valibot';
import type { Keeper } from './storage.ts';

export const FONT_SIZE = { least: 12, most: 24, step: 2 } as const;

const KEY = 'beyond-runserver:settings';

const Saved = v.object({
  format: v.literal(1),
  fontSize: v.fallback(
    v.pipe(v.number(), v.integer(), v.minValue(FONT_SIZE.least), v.maxValue(FONT_SIZE.most)),
    14,
  ),
  wrap: v.fallback(v.boolean(), false),
  editor: v.fallback(v.nullable(v.picklist(['full', 'light'])), null),
  problems: v.fallback(v.boolean(), false),
  question: v.fallback(v.boolean(), true),
});

export type EditorSettings = Omit<v.InferOutput<typeof Saved>, 'format'>;

export interface Settings {
  readonly $settings: ReadableAtom<EditorSettings>;
  change(some: Partial<EditorSettings>): void;
}

export function openSettings(keeper: Keeper): Settings {
  const $settings = atom(readSettings(keeper));
  return {
    $settings,
    change(some) {
      $settings.set({ ...$settings.get(), ...some });
      keeper.write(KEY, { format: 1, ...$settings.get() });
    },
  };
}

export function readSettings(keeper: Keeper): EditorSettings {
  const saved = v.safeParse(Saved, keeper.read(KEY));
  const { format: _, ...settings } = saved.success ? saved.output : v.parse(Saved, { format: 1 });
  return settings;
}

/** A size of text within the bounds. */
export function fontSizeWithin(size: number): number {
  return Math.min(FONT_SIZE.most, Math.max(FONT_SIZE.least, size));
}
