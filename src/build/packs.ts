import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadPyodide } from 'pyodide';
import { writePack } from '../sandbox/pack.ts';
import type { Progress } from './steps.ts';

/** Where the steps of the build leave their results, below the project root. */
export const WHEELS = '.cache/wheels';
export const PACKS = '.cache/packs';
export const PYODIDE = 'node_modules/pyodide';

const SITE_PACKAGES = '/lib/python3.14/site-packages';

interface PackSource {
  /** Distribution names, as wheel files begin; none stands for the standard library's archive. */
  wheels: string[];
  root: string;
  /** Folder inside the archives that `root` stands for. */
  strip: string;
}

/** Every pack that the site can offer, by the name that projects ask for it. */
export const PACK_SOURCES: Record<string, PackSource> = {
  stdlib: { wheels: [], root: '/lib/python3.14', strip: '' },
  django: { wheels: ['django', 'asgiref', 'sqlparse'], root: SITE_PACKAGES, strip: '' },
  tz: { wheels: ['tzdata'], root: '/usr/share/zoneinfo', strip: 'tzdata/zoneinfo/' },
  drf: { wheels: ['djangorestframework'], root: SITE_PACKAGES, strip: '' },
  pytest: {
    wheels: ['pytest', 'pytest_django', 'pluggy', 'iniconfig', 'packaging', 'pygments'],
    root: SITE_PACKAGES,
    strip: '',
  },
};

/**
 * Strip, byte-compile and pack every source into `.cache/packs/<name>.pack`, in Pyodide itself.
 *
 * @throws Error when a wheel is missing.
 */
export async function buildPacks(progress: Progress): Promise<void> {
  const temporary = `${PACKS}.part`;
  await rm(temporary, { recursive: true, force: true });
  await mkdir(temporary, { recursive: true });
  const available = await readdir(WHEELS);
  const pyodide = await loadPyodide({
    indexURL: `${join(process.cwd(), PYODIDE)}/`,
    fsInit: async (FS) => {
      const mounts = { '/wheels': WHEELS, '/pyodide': PYODIDE, '/build': 'src/python', '/out': temporary };
      for (const [point, root] of Object.entries(mounts)) {
        FS.mkdirTree(point);
        FS.mount(FS.filesystems.NODEFS, { root: join(process.cwd(), root) }, point);
      }
    },
  });
  pyodide.runPython('import sys; sys.path.insert(0, "/build")');
  const packer = pyodide.pyimport('packer');
  const names = Object.entries(PACK_SOURCES);
  for (const [done, [name, source]] of names.entries()) {
    progress(done, names.length, 'parts', name);
    const archives = source.wheels.map((wheel) => `/wheels/${wheelFile(available, wheel)}`);
    if (archives.length === 0) archives.push('/pyodide/python_stdlib.zip');
    packer.pack_tree(pyodide.toPy(archives), source.root, source.strip, `/out/${name}`);
    await writeFile(join(temporary, `${name}.pack`), writePack(await readTree(join(temporary, name))));
  }
  await rm(PACKS, { recursive: true, force: true });
  await rename(temporary, PACKS);
}

function wheelFile(available: string[], distribution: string): string {
  const found = available.find((file) => file.toLowerCase().startsWith(`${distribution}-`));
  if (!found) throw new Error(`No wheel of ${distribution} in ${WHEELS}: delete that folder and start again.`);
  return found;
}

/** Files below a folder by absolute path as seen from that folder, in a stable order. */
export async function readTree(folder: string): Promise<Map<string, Uint8Array>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const contents = new Map<string, Uint8Array>();
  for (const path of paths) contents.set(path.slice(folder.length), await readFile(path));
  return contents;
}
