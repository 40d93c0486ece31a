/** As much of WebAssembly's binary format as it takes to add to a module. */

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

/** How many entries a section says that it has. */
export function count(section: Uint8Array): number {
  return new Reader(section).number();
}

/** Entries at the end, so that no other one gets another number. */
export function append(section: Uint8Array, entries: readonly (readonly number[])[]): Uint8Array {
  const reader = new Reader(section);
  const total = reader.number() + entries.length;
  return concatenate([
    new Uint8Array(number(total)),
    section.subarray(reader.at),
    new Uint8Array(entries.flat()),
  ]);
}

/** Numbers of functions by the names that they are exported by. */
export function exportedFunctions(section: Uint8Array): Map<string, number> {
  const reader = new Reader(section);
  const found = new Map<string, number>();
  for (let left = reader.number(); left > 0; left--) {
    const exported = reader.name();
    const kind = reader.byte();
    const index = reader.number();
    if (kind === 0) found.set(exported, index);
  }
  return found;
}

/** The number of the type of one of the module's own functions. */
export function typeOf(functions: Uint8Array, wanted: number): number {
  const reader = new Reader(functions);
  reader.number();
  for (let skipped = 0; skipped < wanted; skipped++) reader.number();
  return reader.number();
}

/** Another body for one of the module's own functions; also returns the one that it had. */
export function replaceBody(code: Uint8Array, wanted: number, body: number[]) {
  const reader = new Reader(code);
  reader.number();
  for (let skipped = 0; skipped < wanted; skipped++) reader.take(reader.number());
  const before = code.subarray(0, reader.at);
  const original = reader.take(reader.number());
  const replaced = new Uint8Array([...number(body.length), ...body]);
  return { original, section: concatenate([before, replaced, code.subarray(reader.at)]) };
}
