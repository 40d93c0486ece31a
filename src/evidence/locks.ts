import type { Lock } from '../runtime/exhibits.ts';
import { type Child, el } from './el.ts';
import { sign } from './view.ts';

/** From the mildest to what nobody gets past. */
const MODES = [
  '',
  'ROW EXCLUSIVE',
  'SHARE UPDATE EXCLUSIVE',
  'SHARE',
  'SHARE ROW EXCLUSIVE',
  'ACCESS EXCLUSIVE',
];

/** The lock that others feel most: the strongest, and of two that are alike the one held longer. */
export function worst(locks: readonly Lock[]): Lock | null {
  const weight = (lock: Lock) =>
    MODES.indexOf(lock.mode) * 4 + (lock.rewrites ? 2 : 0) + (lock.scans ? 1 : 0);
  return [...locks].sort((one, other) => weight(other) - weight(one))[0] ?? null;
}

/** What a lock means for everybody else. */
export function meaningOf({ mode, blocks, rewrites, scans }: Lock): string {
  if (mode === '') return 'blocks nothing';
  if (rewrites) return `blocks ${blocks} while it rewrites the table`;
  if (scans) return `blocks ${blocks} while it reads all rows`;
  return `blocks ${blocks} for a moment`;
}

/** Whether others would notice: a strong lock that is held for as long as the table is long. */
export function hurts({ mode, rewrites, scans }: Lock): boolean {
  return MODES.indexOf(mode) >= MODES.indexOf('SHARE') && (rewrites || scans);
}

/** The lock that others feel most, in a few words. */
export function lockChip(document: Document, lock: Lock | null): Child {
  if (!lock) return null;
  const bad = hurts(lock);
  return el(
    document,
    'span',
    { class: `lock-chip matrix-${bad ? 'bad' : 'plain'}` },
    sign(document, lock.mode === '' ? 'ring' : bad ? 'square' : 'dot'),
    meaningOf(lock),
  );
}

/** A lock with what it is called, what it means, and why. */
export function lockItem(document: Document, lock: Lock): HTMLElement {
  return el(
    document,
    'li',
    {},
    el(document, 'strong', {}, lock.action),
    ` takes ${lock.mode === '' ? 'no lock on a table' : `a lock ${lock.mode}`}: `,
    `${meaningOf(lock)}. ${lock.sentence}`,
  );
}
