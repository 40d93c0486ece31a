/** Runs a task when its turn comes. */
export type Lane = <T>(task: () => Promise<T>) => Promise<T>;

/** Run tasks in their order, so many at a time. */
export function lanes(count: number): Lane {
  let free = count;
  const waiting: (() => void)[] = [];
  return async (task) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
}
