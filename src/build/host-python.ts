import { readFile } from 'node:fs/promises';
import { type Python, type Start, startPython } from '../sandbox/python.ts';
import { meteredModule } from './meter.ts';
import { HARNESS_PACK, LTS, PACKS, packFile } from './packs.ts';
import { CORE, LIBRARY, PYODIDE_URL, SNAPSHOT } from './snapshot.ts';

/**
 * A fresh Python in this process, restored from the snapshot that the site ships: what runs in a
 * reader's browser runs here, so recordings and tests speak of the same interpreter.
 *
 * @param packs names of packs besides those that every interpreter has.
 * @param options `core` mounts the modules of the snapshot as files too, to import them anew; `snapshot` is the
 * memory to restore in place of the one that the site ships.
 */
export async function hostPython(
  packs: readonly string[] = [],
  options: Pick<Start, 'prepare'> & { core?: boolean; snapshot?: Uint8Array } = {},
): Promise<Python> {
  const { core = false, ...start } = options;
  const paths = [...(core ? [CORE] : []), LIBRARY, ...packs.map(packFile)];
  const [snapshot, ...mounted] = await Promise.all([SNAPSHOT, ...paths].map((it) => readFile(it)));
  if (!snapshot) throw new Error('unreachable: Promise.all keeps the length');
  return startPython({
    module: await meteredModule(),
    packs: mounted,
    snapshot,
    savable: true,
    indexURL: PYODIDE_URL,
    ...start,
  });
}

/**
 * A fresh Python with the older line of Django, to record on it what differs. No snapshot: few snippets
 * need it.
 *
 * @param packs as `hostPython`; those that hold parts of Django hold the newer line's.
 */
export async function ltsPython(packs: readonly string[] = []): Promise<Python> {
  const paths = [
    `${LTS}/django.pack`,
    ...['stdlib', 'tz', ...packs].map((name) => `${PACKS}/${name}.pack`),
    HARNESS_PACK,
  ];
  return startPython({
    module: await meteredModule(),
    packs: await Promise.all(paths.map((path) => readFile(path))),
    snapshot: null,
    savable: false,
    indexURL: PYODIDE_URL,
  });
}
