import { squeeze, unsqueeze, wholeLength } from './sparse.ts';

/**
 * A snapshot as we keep it: the length of Pyodide's header as a 32-bit number, the header, padding to a
 * multiple of 4, and the interpreter's memory without its zeros.
 *
 * Pyodide's own is the header and all of the memory; the header's second number is its own length.
 */
export function packSnapshot(pyodides: Uint8Array): Uint8Array<ArrayBuffer> {
  const length = new DataView(pyodides.buffer, pyodides.byteOffset).getUint32(4, true);
  const memory = squeeze(pyodides.subarray(length));
  const start = 4 + Math.ceil(length / 4) * 4;
  const snapshot = new Uint8Array(start + memory.length);
  new DataView(snapshot.buffer).setUint32(0, length, true);
  snapshot.set(pyodides.subarray(0, length), 4);
  snapshot.set(memory, start);
  return snapshot;
}

export interface OpenSnapshot {
  /** What Pyodide wants as a snapshot: the header alone, so that it copies no memory. */
  header: Uint8Array;
  /** Bytes of the interpreter's memory. */
  length: number;
  /** Put the memory back. */
  restore(memory: Uint8Array): void;
}

/** Read what `packSnapshot` made. @throws RangeError when it is something else. */
export function openSnapshot(snapshot: Uint8Array): OpenSnapshot {
  const view = new DataView(snapshot.buffer, snapshot.byteOffset, snapshot.byteLength);
  const length = view.getUint32(0, true);
  // A copy: Pyodide reads it as 32-bit numbers, which must start at a multiple of 4.
  const header = snapshot.slice(4, 4 + length);
  const sparse = snapshot.subarray(4 + Math.ceil(length / 4) * 4);
  return { header, length: wholeLength(sparse), restore: (memory) => unsqueeze(sparse, memory) };
}
