/** One stretch of a text that becomes another; offsets count UTF-16 units. */
export interface Change {
  from: number;
  to: number;
  insert: string;
}

/** What is between the common beginning and the common end: carets and marks outside of it stay. */
export function change(before: string, after: string): Change {
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) from++;
  let end = 0;
  while (end < most - from && before[before.length - 1 - end] === after[after.length - 1 - end]) {
    end++;
  }
  return { from, to: before.length - end, insert: after.slice(from, after.length - end) };
}
