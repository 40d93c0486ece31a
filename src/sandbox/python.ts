/**
 * The one place where TypeScript meets Python: starting an interpreter, saving and restoring its
 * memory, and calling the functions of `src/python/harness`.
 *
 * `_makeSnapshot`, `_loadSnapshot` and `createPyodideModule` are private options of the exact Pyodide
 * that package.json pins; nothing outside this file knows of them.
 */
import { loadPyodide, type PyodideInterface } from 'pyodide';
import createPyodideModule from 'pyodide/pyodide.asm.mjs';
import { type Meter, provideModule, type WasmSettings } from './instance.ts';
import { type MemoryFS, mountPack, readPack } from './pack.ts';
import { type OpenSnapshot, openSnapshot, packSnapshot } from './snapshot.ts';

/** How to start: from nothing, or from saved memory. */
export interface Start {
  /** Pyodide's WebAssembly with the meter of `src/build/meter.ts`, compiled. */
  module: WebAssembly.Module;
  /** Packs to mount, the standard library among them. */
  packs: readonly Uint8Array[];
  /** What `save` of an earlier interpreter returned; null boots from nothing. */
  snapshot: Uint8Array | null;
  /** Whether `save` will be called. */
  savable: boolean;
  /** Folder of Pyodide's files, which only Node looks into. */
  indexURL?: string;
  /** The file system before Python starts, for folders of the host. */
  prepare?: (fs: PyodideInterface['FS']) => void;
}

/** The functions that `src/python/harness/__init__.py` offers. */
export type HarnessFunction =
  | 'open_project'
  | 'tables'
  | 'run'
  | 'arrange'
  | 'perform'
  | 'collect'
  | 'warm_up';

export interface Python {
  /**
   * Import what nearly every run needs and tidy up, before `save`.
   *
   * @returns the files that the loaded modules came from.
   */
  prepare(): string[];
  /** Call a function of `harness`: text in, text out, and JSON where there are parts. */
  call(name: HarnessFunction, request: string): string;
  /** Call a function of `judge`, in an interpreter that runs no submission. */
  judge(name: 'plan' | 'judge', request: string): string;
  /** Ask `assistant`; `image` is a SQLite file for it to keep. */
  assist(request: string, image: Uint8Array | null): string;
  /** The database as a run left it, a SQLite file; null when it is too large or there is none. */
  database(): Uint8Array<ArrayBuffer> | null;
  /** The interpreter's memory as it stands, without its zeros; files are not part of it. */
  save(): Uint8Array<ArrayBuffer>;
  /** How much SQL was executed since the start or restoring, whatever Python does to hide it. */
  readMeter(): Meter;
  readonly pyodide: PyodideInterface;
}

/** Where `assistant/tables.py` finds it. */
const IMAGE = '/image.sqlite3';

interface Saving {
  makeMemorySnapshot(): Uint8Array;
}

interface EmscriptenModule extends WasmSettings {
  growMemory?: (bytes: number) => void;
  HEAPU8?: Uint8Array;
}

/** Pyodide insists on an archive of the standard library; ours is a pack, so it gets an empty one. */
const EMPTY_ZIP = 'data://;base64,UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==';

/**
 * @throws Error when Pyodide does not start or the snapshot does not fit this engine; the worker that
 * it happened in is lost, start a new one.
 */
export async function startPython(start: Start): Promise<Python> {
  const packs = start.packs.map(readPack);
  const snapshot = start.snapshot && openSnapshot(start.snapshot);
  let readMeter: Python['readMeter'] | undefined;
  const options = {
    ...(start.indexURL === undefined ? {} : { indexURL: start.indexURL }),
    stdLibURL: EMPTY_ZIP,
    // The JavaScript scope is not the learner's: `import js` finds an empty object.
    jsglobals: {},
    env: { HOME: '/home', PYTHONPATH: '/lib/python3.14:/packages', PYTHONDONTWRITEBYTECODE: '1' },
    lockFileContents: { info: LOCK_INFO, packages: {} },
    packageBaseUrl: '/',
    stdin: () => null,
    _makeSnapshot: start.savable,
    _loadSnapshot: snapshot?.header,
    createPyodideModule: (settings: EmscriptenModule) => {
      readMeter = provideModule(settings, start.module);
      return createModule(settings, snapshot);
    },
    fsInit: async (fs: PyodideInterface['FS']) => {
      for (const pack of packs) mountPack(fs as unknown as MemoryFS, pack);
      start.prepare?.(fs);
    },
  };
  const pyodide = await loadPyodide(options as unknown as Parameters<typeof loadPyodide>[0]);
  if (!readMeter) throw new Error('unreachable: Pyodide has made its module');
  const harness = pyodide.pyimport('harness');
  harness.renew();
  // Held from the beginning: a run may leave no modules behind.
  const { image } = pyodide.pyimport('harness.database');
  return {
    pyodide,
    readMeter,
    prepare: () => pyodide.pyimport('harness.prelude').settle().toJs(),
    call: (name, request) => harness[name](request),
    judge: (name, request) => pyodide.pyimport('judge')[name](request),
    assist(request, image) {
      if (image) pyodide.FS.writeFile(IMAGE, image);
      // Its packs are younger than the snapshot, whose list of files does not have them.
      pyodide.pyimport('importlib').invalidate_caches();
      return pyodide.pyimport('assistant').answer(request);
    },
    database: () => image()?.toJs() ?? null,
    save: () => packSnapshot((pyodide as unknown as Saving).makeMemorySnapshot()),
  };
}

/** Pyodide's lock file without packages: ours are mounted, never fetched. */
const LOCK_INFO = {
  abi_version: '2026_0',
  arch: 'wasm32',
  platform: 'emscripten_5_0_3',
  python: '3.14.2',
};

const MEMORY_CAP = 512 * 1024 * 1024;

/** Python reports a refused growth as MemoryError; without a cap it would take 4 GB first. */
const grow = WebAssembly.Memory.prototype.grow;
WebAssembly.Memory.prototype.grow = function (pages) {
  if (this.buffer.byteLength + pages * 65536 > MEMORY_CAP) throw new RangeError('memory cap');
  return grow.call(this, pages);
};

/** Restoring writes over the memory, which must be large enough beforehand. */
async function createModule(settings: EmscriptenModule, snapshot: OpenSnapshot | null) {
  const module: EmscriptenModule = await createPyodideModule(settings);
  if (snapshot && module.growMemory) {
    module.growMemory(snapshot.length);
    if (module.HEAPU8) snapshot.restore(module.HEAPU8);
  }
  return module;
}
