/** As much of WebAssembly's binary format as it takes to append to a module and to prepend to a function. */

/** One section: what it is called in the specification is its number, `Section`. */
export interface RawSection {
  id: number;
  content: Uint8Array;
}

export const Section = { type: 1, function: 3, global: 6, export: 7, code: 10 } as const;

const HEADER = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];

/** Reads numbers, names and stretches of bytes one after the other. */
export class Reader {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  get done(): boolean {
    return this.at >= this.bytes.length;
  }

  byte(): number {
    const byte = this.bytes[this.at++];
    if (byte === undefined) throw new RangeError('a WebAssembly section ends too early');
    return byte;
  }

  /** An unsigned number in LEB128. */
  number(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  }

  take(length: number): Uint8Array {
    if (this.at + length > this.bytes.length) throw new RangeError('a section is cut off');
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  name(): string {
    return new TextDecoder().decode(this.take(this.number()));
  }
}

/** An unsigned number in LEB128, as short as it can be. */
export function number(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...number(Math.floor(value / 0x80))];
}

export function name(text: string): number[] {
  const bytes = new TextEncoder().encode(text);
  return [...number(bytes.length), ...bytes];
}

/** @throws RangeError when the bytes are no module of version 1. */
export function readModule(bytes: Uint8Array): RawSection[] {
  if (HEADER.some((byte, at) => bytes[at] !== byte)) throw new RangeError('not WebAssembly 1');
  const reader = new Reader(bytes, HEADER.length);
  const sections: RawSection[] = [];
  while (!reader.done) {
    const id = reader.byte();
    sections.push({ id, content: reader.take(reader.number()) });
  }
  return sections;
}

export function writeModule(sections: readonly RawSection[]): Uint8Array<ArrayBuffer> {
  const parts = sections.flatMap(({ id, content }) => [
    new Uint8Array([id, ...number(content.length)]),
    content,
  ]);
  return concatenate([new Uint8Array(HEADER), ...parts]);
}

export function concatenate(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
