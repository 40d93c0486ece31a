/**
 * Compressed copies beside the files of `dist/`, for hosts that serve them (`x.js.br`, `x.js.gz`).
 * Kept by content hash, so that only what changed is compressed again.
 */
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { root } from './processes.ts';
import { replaceFile } from './staging.ts';
import type { Progress } from './steps.ts';

const KEPT = join(root, '.cache', 'compressed');
const SMALLEST = 512;
/** Above this, the best quality takes minutes for a few percent. */
const LARGE = 16e6;
const COMPRESSED_ALREADY =
  /\.(?:br|gz|zst|png|jpe?g|webp|avif|gif|woff2?|zip|whl)$|\/pagefind\/(?:fragment|index)\//;

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

const forms = {
  br: (data: Buffer) =>
    brotli(data, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: data.length > LARGE ? 9 : 11,
        // The widest window that browsers accept: the packs and the snapshot repeat over megabytes.
        [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
        [constants.BROTLI_PARAM_SIZE_HINT]: data.length,
      },
    }),
  gz: (data: Buffer) => deflate(data, { level: 9 }),
};

/** Write the sidecars of all files in the folder. zlib works on threads of its own. */
export async function compressFolder(folder: string, progress: Progress): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !COMPRESSED_ALREADY.test(path));
  const sized = await Promise.all(
    paths.map(async (path) => ({ path, size: (await stat(path)).size })),
  );
  // The largest first, so that the last one does not keep everybody waiting.
  const queue = sized.filter(({ size }) => size > SMALLEST).sort((a, b) => b.size - a.size);
  const total = queue.reduce((sum, { size }) => sum + size, 0);
  const used = new Set<string>();
  let done = 0;
  progress(done, total, 'bytes');
  const work = async () => {
    for (let file = queue.shift(); file; file = queue.shift()) {
      for (const name of await compressFile(file.path)) used.add(name);
      done += file.size;
      progress(done, total, 'bytes');
    }
  };
  await mkdir(KEPT, { recursive: true });
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  await forget(used);
}

/** Names, in the store of kept forms, of what belongs to this file. */
async function compressFile(path: string): Promise<string[]> {
  const data = await readFile(path);
  const digest = createHash('sha256').update(data).digest('hex').slice(0, 32);
  const names: string[] = [];
  for (const [ending, compress] of Object.entries(forms)) {
    const kept = join(KEPT, `${digest}.${ending}`);
    let size = await sizeOf(kept);
    if (size === null) {
      const packed = await compress(data);
      // An empty file remembers that compressing was not worth it.
      size = packed.length < data.length * 0.95 ? packed.length : 0;
      await replaceFile(kept, size > 0 ? packed : '');
    }
    if (size > 0) await copyFile(kept, `${path}.${ending}`);
    names.push(`${digest}.${ending}`);
  }
  return names;
}

async function sizeOf(path: string): Promise<number | null> {
  return stat(path).then(
    ({ size }) => size,
    () => null,
  );
}

/** Forms of files that are gone; a month is kept for those who switch between branches. */
async function forget(used: ReadonlySet<string>): Promise<void> {
  const month = Date.now() - 30 * 24 * 3600 * 1000;
  for (const name of await readdir(KEPT)) {
    const path = join(KEPT, name);
    if (!used.has(name) && (await stat(path)).mtimeMs < month) await rm(path, { force: true });
  }
}
