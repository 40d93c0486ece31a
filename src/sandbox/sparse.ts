/**
 * Half of an interpreter's memory is zeros. Sparse memory leaves them out: 32-bit little-endian numbers
 * (length of the whole, count of runs, then offset and length of each run), and the runs' bytes.
 */
const CHUNK = 256;

/** Leave the zeros out. `whole` starts at a multiple of 4 and is a multiple of `CHUNK` long. */
export function squeeze(whole: Uint8Array): Uint8Array<ArrayBuffer> {
  const runs = findRuns(whole);
  const start = 4 * (2 + 2 * runs.length);
  const sparse = new Uint8Array(start + runs.reduce((sum, [, length]) => sum + length, 0));
  new Uint32Array(sparse.buffer, 0, start / 4).set([whole.length, runs.length, ...runs.flat()]);
  let at = start;
  for (const [offset, length] of runs) {
    sparse.set(whole.subarray(offset, offset + length), at);
    at += length;
  }
  return sparse;
}

/** How long the whole was. */
export function wholeLength(sparse: Uint8Array): number {
  return view(sparse).getUint32(0, true);
}

/**
 * Make `memory` what it was when it was squeezed. Zeros are written only where something else stands: a
 * page that is merely read costs the machine nothing.
 *
 * @throws RangeError when the memory is too small.
 */
export function unsqueeze(sparse: Uint8Array, memory: Uint8Array): void {
  const numbers = view(sparse);
  const count = numbers.getUint32(4, true);
  let from = 4 * (2 + 2 * count);
  let at = 0;
  for (let run = 0; run < count; run++) {
    const offset = numbers.getUint32(8 + 8 * run, true);
    const length = numbers.getUint32(12 + 8 * run, true);
    clear(memory, at, offset);
    memory.set(sparse.subarray(from, from + length), offset);
    at = offset + length;
    from += length;
  }
  clear(memory, at, memory.length);
}

function view(sparse: Uint8Array): DataView {
  return new DataView(sparse.buffer, sparse.byteOffset, sparse.byteLength);
}

/** Stretches of chunks that hold anything but zeros. */
function findRuns(whole: Uint8Array): [offset: number, length: number][] {
  const words = new Uint32Array(whole.buffer, whole.byteOffset, whole.length >> 2);
  const runs: [number, number][] = [];
  for (let offset = 0; offset < whole.length; offset += CHUNK) {
    if (isZero(words, offset)) continue;
    const last = runs.at(-1);
    if (last && last[0] + last[1] === offset) last[1] += CHUNK;
    else runs.push([offset, CHUNK]);
  }
  return runs;
}

function clear(memory: Uint8Array, start: number, end: number): void {
  const words = new Uint32Array(memory.buffer, memory.byteOffset, memory.length >> 2);
  for (let offset = start; offset < end; offset += CHUNK) {
    if (!isZero(words, offset)) memory.fill(0, offset, offset + CHUNK);
  }
}

/** Whether the chunk at this offset in bytes is zero. */
function isZero(words: Uint32Array, offset: number): boolean {
  const end = (offset + CHUNK) >> 2;
  for (let at = offset >> 2; at < end; at++) if (words[at] !== 0) return false;
  return true;
}
