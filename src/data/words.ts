import type { Cell, Column } from '../runtime/answers.ts';

/** Longer texts are cut in their cell, and shown whole on demand. */
export const LONG = 48;

/** What a cell shows; NULL and bytes are marked as what they are, so that no text can pass for them. */
export type Shown =
  | { kind: 'null' }
  | { kind: 'bytes'; text: string }
  | { kind: 'figure' | 'text'; text: string };

export function shown(cell: Cell, { type }: Pick<Column, 'type'>): Shown {
  if (cell === null) return { kind: 'null' };
  if (typeof cell === 'object') {
    return {
      kind: 'bytes',
      text: `${cell.bytes.toLocaleString('en')} ${plural(cell.bytes, 'byte')}`,
    };
  }
  if (type === 'bool' && (cell === 0 || cell === 1)) {
    return { kind: 'text', text: cell === 1 ? 'True' : 'False' };
  }
  return { kind: typeof cell === 'number' ? 'figure' : 'text', text: String(cell) };
}

export function rowsWords(count: number): string {
  return `${count.toLocaleString('en')} ${plural(count, 'row')}`;
}

function plural(count: number, word: string): string {
  return count === 1 ? word : `${word}s`;
}
