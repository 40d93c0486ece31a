import type { Place } from '../runtime/report.ts';
import { figure } from './amounts.ts';

/** `1 query`, `2 queries`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${figure(count)} ${count === 1 ? one : many}`;
}

/** `301 queries`. */
export function queries(count: number): string {
  return counted(count, 'query', 'queries');
}

/** A duration to three figures at most: `0.21 ms`, `34 ms`, `1.2 s`. */
export function duration(ms: number): string {
  // A browser's clock has steps of 0.1 ms.
  if (ms < 0.005) return '< 0.1 ms';
  if (ms >= 1000) return `${(ms / 1000).toFixed(1)} s`;
  if (ms >= 10) return `${Math.round(ms)} ms`;
  return `${ms.toFixed(ms >= 1 ? 1 : 2)} ms`;
}

/** `line 12`, or `models.py, line 12` when it is not the file that was run. */
export function placeName(place: Place, entry: string | null): string {
  return place.file === entry ? `line ${place.line}` : `${place.file}, line ${place.line}`;
}

/** A place with its name. */
export function named(place: Place, entry: string | null): Place & { name: string } {
  return { ...place, name: placeName(place, entry) };
}

/** Cuts a long line for a label. */
export function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}

/** `4.2 MB`, in the units that downloads are announced in. */
export function bytes(count: number): string {
  return count >= 1e6 ? `${(count / 1e6).toFixed(1)} MB` : `${Math.round(count / 1e3)} KB`;
}
