import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadPyodide } from 'pyodide';
import { writePack } from '../sandbox/pack.ts';
import { Fault } from './faults.mjs';
import { replaceFile, replaceFolder } from './staging.ts';
import type { Progress } from './steps.ts';

/** Where the steps of the build leave their results, below the project root. */
export const WHEELS = '.cache/wheels';
export const PACKS = '.cache/packs';
export const LTS = '.cache/lts';
export const HARNESS_PACK = '.cache/harness.pack';
/** Only the interpreter that answers an editor's questions has it. */
export const ASSISTANT_PACK = '.cache/assistant.pack';
export const PYODIDE = 'node_modules/pyodide';

/** Not site-packages: Pyodide registers what it finds there, and a snapshot must not hold that. */
const PACKAGES = '/packages';

interface PackSource {
  /** Distribution names, as wheel files begin; none stands for the standard library's archive. */
  wheels: string[];
  root: string;
  /** Folder inside the archives that `root` stands for. */
  strip: string;
  /** Take only what begins so; everything when absent. */
  only?: readonly string[];
  /** Leave out what begins so. */
  without?: readonly string[];
  /** Take what begins so even where `packer.py` leaves such files out. */
  keep?: readonly string[];
  /** Folder of `src/python/packed` with modules of our own, which go before those of the wheels. */
  ours?: string;
}

const ADMIN = ['django/contrib/admin/', 'django/contrib/admindocs/'];
const POSTGRES = ['django/contrib/postgres/', 'django/db/backends/postgresql/'];

/** In two packs: to mount it twice does no harm, and costs less than a pack of its own. */
const DATEUTIL = ['python_dateutil', 'six'];

/** Brokers and result stores that only a server could reach. */
const BROKERS = [
  ...[
    ...['azureservicebus', 'azurestoragequeues', 'confluentkafka', 'consul', 'etcd', 'gcpubsub'],
    ...['mongodb', 'pyro', 'qpid', 'SLMQ', 'sqlalchemy/', 'SQS/', 'SQS', 'zookeeper'],
  ].map((name) => `kombu/transport/${name}`),
  ...[
    ...['arangodb', 'azureblockblob', 'cassandra', 'consul', 'cosmosdbsql', 'couchbase', 'couchdb'],
    ...['dynamodb', 'elasticsearch', 'gcs', 'mongodb', 's3'],
  ].map((name) => `celery/backends/${name}`),
];

/** What Jedi knows the standard library and Django by: the packs hold no sources that it could read. */
const STUBS = ['jedi/third_party/typeshed/stdlib/', 'jedi/third_party/django-stubs/django-stubs/'];
const NOT_HERE = [
  ...['distutils', 'ensurepip', 'lib2to3', 'msilib', 'pydoc_data', 'tkinter', 'turtle'].map(
    (name) => `jedi/third_party/typeshed/stdlib/${name}`,
  ),
  'jedi/third_party/django-stubs/django-stubs/contrib/gis/',
];

/** Every pack that the site can offer, by the name that projects ask for it. */
export const PACK_SOURCES: Record<string, PackSource> = {
  stdlib: { wheels: [], root: '/lib/python3.14', strip: '' },
  django: {
    wheels: ['django', 'asgiref', 'sqlparse'],
    root: PACKAGES,
    strip: '',
    without: [...ADMIN, ...POSTGRES],
  },
  admin: { wheels: ['django'], root: PACKAGES, strip: '', only: ADMIN },
  postgres: { wheels: ['django'], root: PACKAGES, strip: '', only: POSTGRES },
  tz: { wheels: ['tzdata'], root: '/usr/share/zoneinfo', strip: 'tzdata/zoneinfo/' },
  // Its views need `admin` besides: they import the generator of schemas, and that admindocs.
  drf: { wheels: ['djangorestframework'], root: PACKAGES, strip: '' },
  pytest: {
    wheels: ['pytest', 'pytest_django', 'pluggy', 'iniconfig', 'packaging', 'pygments'],
    root: PACKAGES,
    strip: '',
  },
  redis: {
    wheels: ['redis', 'django_redis', 'fakeredis', 'sortedcontainers'],
    root: PACKAGES,
    strip: '',
  },
  celery: {
    wheels: ['celery', 'kombu', 'billiard', 'vine', 'amqp', 'tzlocal', 'click', ...DATEUTIL],
    root: PACKAGES,
    strip: '',
    without: BROKERS,
    ours: 'celery',
  },
  psycopg: { wheels: ['psycopg'], root: PACKAGES, strip: '', ours: 'psycopg' },
  files: {
    wheels: ['ruamel_yaml', 'crossplane', 'dockerfile_parse'],
    root: PACKAGES,
    strip: '',
  },
  jwt: { wheels: ['djangorestframework_simplejwt', 'pyjwt'], root: PACKAGES, strip: '' },
  environ: { wheels: ['django_environ'], root: PACKAGES, strip: '' },
  extras: {
    wheels: ['freezegun', 'factory_boy', 'faker', ...DATEUTIL],
    root: PACKAGES,
    strip: '',
  },
  coverage: { wheels: ['coverage'], root: PACKAGES, strip: '' },
  jedi: {
    wheels: ['jedi', 'parso'],
    root: PACKAGES,
    strip: '',
    without: ['jedi/third_party/typeshed/stubs/', ...NOT_HERE],
    keep: STUBS,
  },
};

/**
 * Strip, byte-compile and pack every source into `.cache/packs/<name>.pack`, in Pyodide itself.
 *
 * @throws Error when a wheel is missing.
 */
export async function buildPacks(progress: Progress): Promise<void> {
  await replaceFolder(PACKS, (folder) => fillPacks(folder, WHEELS, PACK_SOURCES, progress));
}

/** `.cache/lts/django.pack`: the line of Django that differences are recorded on. */
export async function buildLtsPack(progress: Progress): Promise<void> {
  const { django } = PACK_SOURCES;
  await replaceFolder(LTS, async (folder) => {
    const { fetchWheels } = await import('./wheels.ts');
    await fetchWheels(progress, join(folder, 'wheels'), 'requirements-lts.txt');
    if (django) await fillPacks(folder, join(folder, 'wheels'), { django }, progress);
  });
}

async function fillPacks(
  temporary: string,
  wheels: string,
  sources: Readonly<Record<string, PackSource>>,
  progress: Progress,
) {
  const available = await readdir(wheels);
  const { pyodide, packer } = await startPacker(temporary, wheels);
  const names = Object.entries(sources);
  for (const [done, [name, source]] of names.entries()) {
    progress(done, names.length, 'parts', name);
    const archives = source.wheels.map((wheel) => `/wheels/${wheelFile(available, wheel, wheels)}`);
    if (archives.length === 0) archives.push('/pyodide/python_stdlib.zip');
    const { root, strip, only = [], without = [], keep = [] } = source;
    const lists = [archives, only, without, keep].map((list) => pyodide.toPy(list));
    packer.pack_tree(lists[0], root, strip, ...lists.slice(1), `/out/${name}`);
    if (source.ours) packer.pack_sources(`/source/packed/${source.ours}`, root, `/out/${name}`);
    await writeFile(
      join(temporary, `${name}.pack`),
      writePack(await readTree(join(temporary, name))),
    );
  }
}

/** Our own packages: one runs submissions, the other judges what came of them. */
const OWN = ['harness', 'judge'];

/**
 * Byte-compile our own packages into `.cache/harness.pack`: a step of its own, as it changes often.
 */
export async function buildHarnessPack(): Promise<void> {
  await replaceFolder('.cache/harness', async (folder) => {
    const { packer } = await startPacker(folder);
    for (const name of OWN) packer.pack_sources(`/source/${name}`, `${PACKAGES}/${name}`, '/out');
    await replaceFile(HARNESS_PACK, writePack(await readTree(folder)));
  });
}

/** The same for what answers questions, which no snapshot holds: nothing else is built again for it. */
export async function buildAssistantPack(): Promise<void> {
  await replaceFolder('.cache/assistant', async (folder) => {
    const { packer } = await startPacker(folder);
    packer.pack_sources('/source/assistant', `${PACKAGES}/assistant`, '/out');
    await replaceFile(ASSISTANT_PACK, writePack(await readTree(folder)));
  });
}

/** Where the build leaves the pack of this name. */
export function packFile(name: string): string {
  return name === 'assistant' ? ASSISTANT_PACK : `${PACKS}/${name}.pack`;
}

/** A stock Pyodide with the folders that `packer.py` reads and writes. */
async function startPacker(out: string, wheels = WHEELS) {
  const mounts = { '/wheels': wheels, '/pyodide': PYODIDE, '/source': 'src/python', '/out': out };
  const pyodide = await loadPyodide({
    indexURL: `${join(process.cwd(), PYODIDE)}/`,
    fsInit: async (FS) => {
      for (const [point, root] of Object.entries(mounts)) {
        FS.mkdirTree(point);
        FS.mount(FS.filesystems.NODEFS, { root: join(process.cwd(), root) }, point);
      }
    },
  });
  pyodide.runPython('import sys; sys.path.insert(0, "/source")');
  return { pyodide, packer: pyodide.pyimport('packer') };
}

function wheelFile(available: string[], distribution: string, folder: string): string {
  const found = available.find((file) => file.toLowerCase().startsWith(`${distribution}-`));
  if (!found) {
    throw new Fault(
      `There is no wheel of ${distribution} in ${folder}.`,
      'Delete that folder and run the same command again.',
    );
  }
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
