/**
 * A pack is one file: a 32-bit little-endian length, that many bytes of JSON (`PackHeader`), then the
 * contents of all files end to end. Offsets count from the end of the header.
 */
export interface PackHeader {
  files: [path: string, offset: number, length: number][];
}

export interface Pack extends PackHeader {
  blob: Uint8Array;
}

/** @throws RangeError or SyntaxError when the bytes are not a pack. */
export function readPack(bytes: Uint8Array): Pack {
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true);
  const header: PackHeader = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)));
  return { files: header.files, blob: bytes.subarray(4 + length) };
}

/** Files in the order of the map, which compresses best when neighbours are alike. */
export function writePack(contents: ReadonlyMap<string, Uint8Array>): Uint8Array {
  let offset = 0;
  const files = [...contents].map(([path, bytes]): PackHeader['files'][number] => {
    offset += bytes.length;
    return [path, offset - bytes.length, bytes.length];
  });
  const header = new TextEncoder().encode(JSON.stringify({ files }));
  const pack = new Uint8Array(4 + header.length + offset);
  new DataView(pack.buffer).setUint32(0, header.length, true);
  pack.set(header, 4);
  let at = 4 + header.length;
  for (const bytes of contents.values()) {
    pack.set(bytes, at);
    at += bytes.length;
  }
  return pack;
}

/** The parts of Emscripten's MEMFS that mounting needs. */
export interface MemoryFS {
  mkdirTree(path: string): void;
  lookupPath(path: string): { node: FSNode };
}

interface FSNode {
  node_ops: { mknod(parent: FSNode, name: string, mode: number, device: number): FSNode };
  contents: Uint8Array;
  usedBytes: number;
}

const REGULAR_FILE = 0o100644;

/**
 * Make the files of a pack appear in the file system without copying: each node points into the blob.
 * Files live outside the interpreter's memory, so this is repeated after every restore (6-17 ms).
 */
export function mountPack(fs: MemoryFS, pack: Pack): void {
  const folders = new Map<string, FSNode>();
  for (const [path, offset, length] of pack.files) {
    const slash = path.lastIndexOf('/');
    const folder = path.slice(0, slash);
    let parent = folders.get(folder);
    if (!parent) {
      fs.mkdirTree(folder);
      parent = fs.lookupPath(folder).node;
      folders.set(folder, parent);
    }
    const node = parent.node_ops.mknod(parent, path.slice(slash + 1), REGULAR_FILE, 0);
    node.contents = pack.blob.subarray(offset, offset + length);
    node.usedBytes = length;
  }
}
