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
  /** Megabits per second as the browser estimates them; null where it does not. */
  downlink: number | null;
  /** Whether the engine can use a snapshot that V8 made: WebKit numbers its function table differently. */
  fitsShipped: boolean;
}

/**
 * From this speed on, downloading the snapshot takes less time than making one. Measured by
 * `npm run bench`, which times both ways at several speeds.
 */
export const FAST_LINE = 50;

/** The ways to try, best first; the last one always works. */
export function waysFor(visitor: Visitor): Way[] {
  const fast = visitor.downlink !== null && visitor.downlink >= FAST_LINE;
  return visitor.fitsShipped && fast
    ? ['kept', 'shipped', 'built', 'plain']
    : ['kept', 'built', 'plain'];
}

/** The visitor of this page; `?runtime=built` and the like force one way, for tests and bug reports. */
export function waysHere(): Way[] {
  const forced = new URLSearchParams(location.search).get('runtime');
  if (forced === 'shipped' || forced === 'kept' || forced === 'built' || forced === 'plain') {
    return [forced, 'plain'];
  }
  const { connection } = navigator as Navigator & { connection?: { downlink?: number } };
  return waysFor({
    downlink: connection?.downlink ?? null,
    fitsShipped: !navigator.vendor.startsWith('Apple'),
  });
}
