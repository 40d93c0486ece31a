import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CORE, LIBRARY, SNAPSHOT } from './snapshot.ts';
import { replaceFile } from './staging.ts';

/** Beside the recordings themselves, which are thrown away and made again as a whole. */
const KEPT = '.cache/recorded';

const REQUIREMENTS = ['requirements.txt', 'requirements-lts.txt'].map((it) => `src/python/${it}`);

/** Gives the text that was made for the same request by the same Python, or makes it. */
export type Keep = (name: string, request: unknown, make: () => Promise<string>) => Promise<string>;

/**
 * Results of earlier builds, so that one changed snippet is one new run. Whatever the snapshot and the packs
 * beside it hold decides as well: a new harness records everything anew.
 */
export async function recordingCache(): Promise<Keep> {
  const python = createHash('sha256');
  // Packs that are mounted on demand are those of the requirements.
  for (const file of [SNAPSHOT, LIBRARY, CORE, ...REQUIREMENTS])
    python.update(await readFile(file));
  const runtime = python.digest('hex');
  return async (name, request, make) => {
    const key = createHash('sha256').update(runtime).update(JSON.stringify(request)).digest('hex');
    const file = join(KEPT, `${name}.json`);
    const known = await readFile(file, 'utf8').catch(() => null);
    const [was, text] = known === null ? [] : (JSON.parse(known) as [string, string]);
    if (was === key && text !== undefined) return text;
    const made = await make();
    await replaceFile(file, JSON.stringify([key, made]));
    return made;
  };
}
