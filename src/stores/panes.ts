/**
 * How the learner laid out the workspace, the same for every exercise.
 *
 * Saved format, under `beyond-runserver:panes`: `{ format: 1, text, code }`, the share of the width
 * that the text takes and the share of the height that the code takes, in percent.
 * Migrations: none yet. What does not parse, or lies outside of the bounds, is forgotten.
 */
import * as v from 'valibot';
import type { Keeper } from './storage.ts';

/** Neither side of a splitter may vanish. */
export const SHARE = { least: 20, most: 80 } as const;

export type Panes = { text: number; code: number };

export const DEFAULT_PANES: Panes = { text: 36, code: 48 };

const KEY = 'beyond-runserver:panes';
const share = v.pipe(v.number(), v.minValue(SHARE.least), v.maxValue(SHARE.most));
const Saved = v.object({ format: v.literal(1), text: share, code: share });

export function readPanes(keeper: Keeper): Panes {
  const saved = v.safeParse(Saved, keeper.read(KEY));
  return saved.success ? { text: saved.output.text, code: saved.output.code } : DEFAULT_PANES;
}

export function writePanes(keeper: Keeper, panes: Panes): void {
  keeper.write(KEY, { format: 1, ...panes });
}
