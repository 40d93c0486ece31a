import type { Row } from './difference.ts';

/** Rows to show, or unchanged ones between them that can wait. */
export interface Part {
  folded: boolean;
  rows: readonly Row[];
}

/** Unchanged lines that stay beside a change. */
const AROUND = 3;
/** Fewer than this are not worth a button. */
const LEAST = 4;

/** Folds away what is unchanged and far from any change. */
export function foldsOf(rows: readonly Row[]): Part[] {
  const near = rows.map((_, index) =>
    rows.slice(Math.max(0, index - AROUND), index + AROUND + 1).some(isChanged),
  );
  const parts: { folded: boolean; rows: Row[] }[] = [];
  for (const [index, row] of rows.entries()) {
    const last = parts.at(-1);
    const folded = !near[index];
    if (last?.folded === folded) last.rows.push(row);
    else parts.push({ folded, rows: [row] });
  }
  return parts.map((part) => ({ ...part, folded: part.folded && part.rows.length >= LEAST }));
}

function isChanged({ kind }: Row): boolean {
  return kind === 'changed';
}
