import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { checksum } from '../runtime/checksum.ts';
import type { Asset, Manifest } from '../runtime/manifest.ts';
import { METERED } from './meter.ts';
import { PACK_SOURCES, packFile } from './packs.ts';
import { FRAME, WORKER } from './sandbox.ts';
import { CORE, LIBRARY, SNAPSHOT } from './snapshot.ts';
import { replaceFile, replaceFolder } from './staging.ts';

export const PUBLISHED = 'public/runtime';
export const MANIFEST = 'src/runtime/manifest.json';

/** Packs that every interpreter has, whole or in halves. */
const NOT_OFFERED = new Set(['stdlib', 'django', 'tz']);

/** Publish what the runtime fetches under names that hold a hash, and the manifest that lists them. */
export async function publishAssets(): Promise<void> {
  const offered = [...Object.keys(PACK_SOURCES), 'assistant'].filter((it) => !NOT_OFFERED.has(it));
  await replaceFolder(PUBLISHED, async (folder) => {
    const publish = async (source: string, name: string, extension: string): Promise<Asset> => {
      const bytes = await readFile(source);
      const file = `${name}-${hash(bytes)}.${extension}`;
      await writeFile(`${folder}/${file}`, bytes);
      return { path: `runtime/${file}`, bytes: bytes.length };
    };
    const packs: Record<string, Asset> = {};
    for (const name of offered) packs[name] = await publish(packFile(name), name, 'pack');
    const [worker, wasm, core, library, snapshot] = await Promise.all([
      publish(WORKER, 'worker', 'js'),
      publish(METERED, 'python', 'wasm'),
      publish(CORE, 'core', 'pack'),
      publish(LIBRARY, 'library', 'pack'),
      publish(SNAPSHOT, 'snapshot', 'bin'),
    ]);
    const memory = await readFile(SNAPSHOT);
    const manifest: Manifest = {
      build: hash([worker, wasm, core, library].map((asset) => asset.path).join()),
      frame_hash: `'sha256-${createHash('sha256')
        .update(await readFile(FRAME))
        .digest('base64')}'`,
      worker,
      wasm,
      core,
      library,
      snapshot: { ...snapshot, checksum: checksum(new Uint8Array(memory).buffer) },
      packs,
    };
    await replaceFile(MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`);
  });
}

function hash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 12);
}
