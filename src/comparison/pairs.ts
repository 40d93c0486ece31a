/** As alike as this, two lines are taken for one that was rewritten. */
const ALIKE = 0.5;

/** Which lines of a changed block belong together, as pairs of indices that climb on both sides. */
export function pairsOf(
  removed: readonly string[],
  added: readonly string[],
): (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  let from = 0;
  for (const [index, line] of removed.entries()) {
    let best = { index: -1, score: ALIKE };
    for (let other = from; other < added.length; other++) {
      const score = likeness(line, added[other] ?? '');
      if (score > best.score) best = { index: other, score };
    }
    if (best.index < 0) continue;
    pairs.push([index, best.index]);
    from = best.index + 1;
  }
  return pairs;
}

/** The words that two lines share, as part of all of theirs: 0 to 1. */
function likeness(one: string, other: string): number {
  const [words, rest] = [wordsOf(one), wordsOf(other)];
  const total = words.length + rest.length;
  let shared = 0;
  for (const word of words) {
    const at = rest.indexOf(word);
    if (at < 0) continue;
    rest.splice(at, 1);
    shared++;
  }
  return total === 0 ? 0 : (2 * shared) / total;
}

function wordsOf(line: string): string[] {
  return line.match(/\w+/g) ?? [];
}
