import { diffArrays, diffWordsWithSpace } from 'diff';
import { pairsOf } from './pairs.ts';

/** From one column of a line up to another, which is not part of it. */
export type Stretch = readonly [from: number, to: number];

export interface Line {
  /** 1-based. */
  number: number;
  text: string;
  /** What the line beside it does not have; empty when no line is like it. */
  changed: readonly Stretch[];
}

/** A line of yours and the solution's line beside it; null where one of them has none. */
export type Row =
  | { kind: 'same'; yours: Line; solution: Line }
  | { kind: 'changed'; yours: Line | null; solution: Line | null };

/** Two texts, line by line. A line break at the very end makes no difference. */
export function differenceOf(yours: string, solution: string): Row[] {
  const rows: Row[] = [];
  let removed: string[] = [];
  const next = { yours: 1, solution: 1 };
  const line = (side: 'yours' | 'solution', text: string): Line => ({
    number: next[side]++,
    text,
    changed: [],
  });
  const flush = (added: readonly string[]) => {
    rows.push(
      ...blockRows(
        removed.map((text) => line('yours', text)),
        added.map((text) => line('solution', text)),
      ),
    );
    removed = [];
  };
  for (const change of diffArrays(linesOf(yours), linesOf(solution))) {
    if (change.removed) {
      removed = change.value;
    } else if (change.added) {
      flush(change.value);
    } else {
      flush([]);
      for (const text of change.value) {
        rows.push({ kind: 'same', yours: line('yours', text), solution: line('solution', text) });
      }
    }
  }
  flush([]);
  return rows;
}

export function linesOf(text: string): string[] {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

/** A changed block: lines that are like each other stand side by side, the rest as it comes. */
function blockRows(removed: readonly Line[], added: readonly Line[]): Row[] {
  const pairs = pairsOf(
    removed.map(({ text }) => text),
    added.map(({ text }) => text),
  );
  const rows: Row[] = [];
  let [left, right] = [0, 0];
  for (const [one, other] of [...pairs, [removed.length, added.length] as const]) {
    rows.push(...zipped(removed.slice(left, one), added.slice(right, other)));
    const [mine, theirs] = [removed[one], added[other]];
    if (mine && theirs) rows.push(likeRow(mine, theirs));
    [left, right] = [one + 1, other + 1];
  }
  return rows;
}

function zipped(removed: readonly Line[], added: readonly Line[]): Row[] {
  return Array.from({ length: Math.max(removed.length, added.length) }, (_, index) => ({
    kind: 'changed',
    yours: removed[index] ?? null,
    solution: added[index] ?? null,
  }));
}

function likeRow(yours: Line, solution: Line): Row {
  const changes = diffWordsWithSpace(yours.text, solution.text);
  const of = (side: 'removed' | 'added'): Stretch[] => {
    const stretches: Stretch[] = [];
    let at = 0;
    for (const change of changes) {
      if ((side === 'removed' && change.added) || (side === 'added' && change.removed)) continue;
      if (change[side]) stretches.push([at, at + change.value.length]);
      at += change.value.length;
    }
    return stretches;
  };
  return {
    kind: 'changed',
    yours: { ...yours, changed: of('removed') },
    solution: { ...solution, changed: of('added') },
  };
}
