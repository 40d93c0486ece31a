import { expect, test } from 'vitest';
import { checksum } from '../../src/runtime/checksum.ts';
import { type MemoryFS, mountPack, readPack, writePack } from '../../src/sandbox/pack.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const FILES = new Map([
  ['/lib/a.py', bytes('a = 1\n')],
  ['/lib/deep/er/b.py', bytes('')],
  ['/lib/ü.py', bytes('ü = "ü"\n')],
]);

test('what was packed comes out again', () => {
  const { files, blob } = readPack(writePack(FILES));
  const read = files.map(([path, at, length]) => [path, blob.slice(at, at + length)] as const);
  expect(new Map(read)).toEqual(FILES);
});

test('a pack may lie anywhere in a buffer', () => {
  const pack = writePack(FILES);
  const buffer = new Uint8Array(pack.length + 7);
  buffer.set(pack, 7);
  expect(readPack(buffer.subarray(7)).files).toEqual(readPack(pack).files);
});

test('what is no pack is refused', () => {
  expect(() => readPack(bytes('abc'))).toThrow(RangeError);
  expect(() => readPack(new Uint8Array([2, 0, 0, 0, 123, 120]))).toThrow(SyntaxError);
});

test('mounted files point into the pack, and are not copied', () => {
  const nodes = new Map<string, { contents?: Uint8Array; usedBytes?: number }>();
  const folders: string[] = [];
  const node = (folder: string): ReturnType<MemoryFS['lookupPath']>['node'] => ({
    contents: new Uint8Array(),
    usedBytes: 0,
    node_ops: {
      mknod(_parent, name, mode) {
        expect(mode & 0o170000).toBe(0o100000);
        const file = node(`${folder}/${name}`);
        nodes.set(`${folder}/${name}`, file);
        return file;
      },
    },
  });
  const fs: MemoryFS = {
    mkdirTree: (path) => void folders.push(path),
    lookupPath: (path) => ({ node: node(path) }),
  };
  const pack = readPack(writePack(FILES));
  mountPack(fs, pack);
  expect(folders).toEqual(['/lib', '/lib/deep/er']);
  for (const [path, contents] of FILES) {
    expect(nodes.get(path)).toMatchObject({ contents, usedBytes: contents.length });
    expect(nodes.get(path)?.contents?.buffer).toBe(pack.blob.buffer);
  }
});

test('a checksum tells every changed word from a healthy one', () => {
  const healthy = Uint8Array.from({ length: 64 }, (_, index) => index);
  const sum = checksum(healthy.buffer);
  expect(checksum(healthy.slice().buffer)).toBe(sum);
  for (let at = 0; at < healthy.length; at++) {
    const damaged = healthy.slice();
    damaged[at] = 255;
    expect(checksum(damaged.buffer), `byte ${at}`).not.toBe(sum);
  }
});

test('the checksum of no bytes at all is known', () => {
  expect(checksum(new ArrayBuffer(0))).toBe(0x811c9dc5);
});
