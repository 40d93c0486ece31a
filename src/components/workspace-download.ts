import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Asset, manifest } from '../runtime/manifest.ts';

const sizes = new Map<string, number>();

/** The bytes that a first run brings over the wire, for readers who have to count them. */
export function downloadSize(packs: readonly string[]): number {
  const { worker, wasm, core, library } = manifest;
  const more = packs.flatMap((name) => manifest.packs[name] ?? []);
  return [worker, wasm, core, library, ...more].reduce((sum, asset) => sum + onTheWire(asset), 0);
}

/** The bytes of the ready-made snapshot, which comes besides where the line is fast. */
export function snapshotSize(): number {
  return onTheWire(manifest.snapshot);
}

function onTheWire({ path }: Asset): number {
  const known = sizes.get(path);
  if (known !== undefined) return known;
  // The quickest level: a rounded figure does not need the best one.
  const size = gzipSync(readFileSync(join('public', path)), { level: 1 }).length;
  sizes.set(path, size);
  return size;
}
