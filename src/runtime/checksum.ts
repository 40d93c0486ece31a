/**
 * A 32-bit checksum over little-endian words (FNV-1a's prime). It tells damage from health, not friend
 * from foe; `crypto.subtle` would need a secure context, which a workshop's plain HTTP server is not.
 */
export function checksum(bytes: ArrayBuffer): number {
  let sum = 0x811c9dc5;
  for (const word of new Uint32Array(bytes, 0, bytes.byteLength >> 2)) {
    sum = Math.imul(sum ^ word, 0x01000193);
  }
  return sum >>> 0;
}
