import type { Version, Versions } from './history.ts';

/** What a history may hold: versions of a file, and letters of all files together. */
export const MOST = { versions: 50, letters: 1_000_000 } as const;
/** The newest of a file are the ones that are wanted; they are not thinned. */
const RECENT = 10;

/** The versions with the least needed left out until they fit. */
export function fitting(versions: Versions, now: number): Versions {
  let files: Record<string, readonly Version[]> = Object.fromEntries(
    Object.entries(versions).map(([path, all]) => [path, thinned(all, MOST.versions, now)]),
  );
  while (lettersOf(Object.values(files).flat()) > MOST.letters) {
    const [path, all] = Object.entries(files).reduce((most, each) =>
      lettersOf(each[1]) > lettersOf(most[1]) ? each : most,
    );
    if (all.length <= 1) break;
    files = { ...files, [path]: thinned(all, all.length - 1, now) };
  }
  return files;
}

/** At most so many of them; the newest first, as they come. */
export function thinned(all: readonly Version[], most: number, now: number): readonly Version[] {
  let rest = all;
  while (rest.length > most) {
    const least = leastNeeded(rest, now);
    rest = rest.filter((_, index) => index !== least);
  }
  return rest;
}

/** The version whose neighbors are the nearest for its age, passed ones last; not the first of all. */
function leastNeeded(all: readonly Version[], now: number): number {
  const first = Math.min(RECENT, all.length - 1);
  let least = first;
  let smallest = Number.POSITIVE_INFINITY;
  for (let index = first; index < all.length - 1; index++) {
    const need = needOf(all, index, now);
    if (need >= smallest) continue;
    [least, smallest] = [index, need];
  }
  return least;
}

function needOf(all: readonly Version[], index: number, now: number): number {
  const [newer, own, older] = [all[index - 1], all[index], all[index + 1]];
  if (!own) return Number.POSITIVE_INFINITY;
  const gap = (newer?.at ?? now) - (older?.at ?? own.at);
  const passed = own.event.kind === 'check' && own.event.passed;
  return gap / Math.max(1, now - own.at) + (passed ? 1000 : 0);
}

function lettersOf(versions: readonly Version[]): number {
  return versions.reduce((sum, { text }) => sum + text.length, 0);
}
