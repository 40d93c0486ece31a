import { readFile } from 'node:fs/promises';
import { readPack, writePack } from '../sandbox/pack.ts';
import { startPython } from '../sandbox/python.ts';
import { meteredModule } from './meter.ts';
import { HARNESS_PACK, PACKS, PYODIDE } from './packs.ts';
import { replaceFile } from './staging.ts';

/** What the base snapshot and the two halves of the base packs are called until they are published. */
export const SNAPSHOT = '.cache/base/snapshot.bin';
export const CORE = '.cache/base/core.pack';
export const LIBRARY = '.cache/base/library.pack';

export const PYODIDE_URL = `${process.cwd()}/${PYODIDE}/`;

/** The packs that every interpreter needs, whole. */
export async function basePacks(): Promise<Uint8Array[]> {
  const names = ['stdlib', 'django', 'tz'].map((name) => `${PACKS}/${name}.pack`);
  return Promise.all([...names, HARNESS_PACK].map((path) => readFile(path)));
}

/**
 * Boot, import the prelude and save the memory; and split the base packs in two: `core`, the modules
 * that the snapshot already holds, and `library`, the rest, which even a restored Python reads.
 */
export async function buildSnapshot(): Promise<void> {
  const packs = await basePacks();
  const python = await startPython({
    module: await meteredModule(),
    packs,
    snapshot: null,
    savable: true,
    indexURL: PYODIDE_URL,
  });
  const loaded = new Set(python.prepare());
  const core = new Map<string, Uint8Array>();
  const library = new Map<string, Uint8Array>();
  for (const { files, blob } of packs.map(readPack)) {
    for (const [path, offset, length] of files) {
      const half = loaded.has(path) && !isListed(path) ? core : library;
      half.set(path, blob.subarray(offset, offset + length));
    }
  }
  await replaceFile(SNAPSHOT, python.save());
  await replaceFile(CORE, writePack(core));
  await replaceFile(LIBRARY, writePack(library));
}

/** Django finds these by listing their folder, so a restored Python must see the files. */
function isListed(path: string): boolean {
  return /\/(commands|migrations|templatetags|backends)\//.test(path);
}
