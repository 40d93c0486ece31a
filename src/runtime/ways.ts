/**
 * The four ways to a base snapshot, and which to try first. All of them end in the same interpreter;
 * they differ in what is downloaded and what is computed.
 */
export type Way =
  /** The snapshot that the build made: the most bytes, the least work. */
  | 'shipped'
  /** One that this browser made at an earlier visit. */
  | 'kept'
  /** Boot, import, save: fewer bytes, about a second of work, and then kept for the next visit. */
  | 'built'
  /** No snapshot at all: every interpreter boots anew. */
  | 'plain';

export interface Visitor {
  /** Megabits per second that the first files reached; null when they came from a cache. */
  megabits: number | null;
  /** Whether the engine can use a snapshot that V8 made: WebKit numbers its function table differently. */
  fitsShipped: boolean;
}

/**
 * Megabits per second from which downloading the snapshot takes less time than making one. The first
 * files share the line with the library: a line of 100 Mbit/s shows as 40 here (and both ways take the
 * same time), one of 50 as 25 (and making one is half a second quicker). See `npm run bench`.
 */
export const FAST_LINE = 35;

/** The ways to try, best first; the last one always works. */
export function waysFor({ megabits, fitsShipped }: Visitor): Way[] {
  const fast = megabits !== null && megabits >= FAST_LINE;
  return fitsShipped && fast ? ['kept', 'shipped', 'built', 'plain'] : ['kept', 'built', 'plain'];
}

/**
 * The ways for the visitor of this page. `?runtime=built` and the like force one, with `plain` behind
 * it, for tests and bug reports.
 */
export function waysHere(megabits: number | null): Way[] {
  const forced = new URLSearchParams(location.search).get('runtime');
  if (forced === 'shipped' || forced === 'kept' || forced === 'built' || forced === 'plain') {
    return [forced, 'plain'];
  }
  return waysFor({ megabits, fitsShipped: !navigator.vendor.startsWith('Apple') });
}
