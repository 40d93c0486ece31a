/**
 * Everything that is built, in steps. Add yours here: name what it reads and writes, and keep the
 * work in a module of its own that is imported only when the step runs.
 */
import { join } from 'node:path';
import { root } from './processes.ts';
import { basePath, siteUrl } from './settings.ts';
import type { Step } from './steps.ts';

/** What decides how the site looks, besides what other steps write. */
const SITE_INPUTS = [
  'astro.config.mjs',
  'tsconfig.json',
  'package-lock.json',
  'src/!(python|sandbox)',
  'content',
  'exercises',
  'public/!(runtime|editor)',
];

/** Bytecode, snapshots and bundles are those of one exact Pyodide. */
const PYODIDE_VERSION = 'node_modules/pyodide/package.json';

/** Where the tests find the site as a host under a sub-path would have it. */
export const SUB_PATH = { folder: '.cache/site-under-path', base: '/some/sub-path/' } as const;

export const plan: readonly Step[] = [
  {
    name: 'wheels',
    doing: 'fetching the Python packages',
    needs: [],
    inputs: ['src/python/requirements.txt', 'src/build/wheels.ts'],
    outputs: ['.cache/wheels'],
    run: async (progress) => (await import('./wheels.ts')).fetchWheels(progress),
  },
  {
    name: 'python-tools',
    doing: 'installing the Python tools',
    needs: ['wheels'],
    inputs: ['src/python/requirements-dev.txt', 'src/build/wheels.ts'],
    outputs: ['.cache/python-tools'],
    run: async (progress) => (await import('./wheels.ts')).installPythonTools(progress),
  },
  {
    name: 'django-docs',
    doing: "reading what Django's documentation has, for the tests",
    needs: [],
    inputs: ['src/python/requirements-docs.txt', 'src/build/django-docs.ts'],
    outputs: ['.cache/django-docs'],
    run: async () => (await import('./django-docs.ts')).buildDocsIndex(),
  },
  {
    name: 'packs',
    doing: 'byte-compiling and packing the Python packages',
    needs: ['wheels'],
    inputs: [
      'src/build/packs.ts',
      'src/python/packer.py',
      'src/python/packed/**/*.py',
      'src/sandbox/pack.ts',
      PYODIDE_VERSION,
    ],
    outputs: ['.cache/packs'],
    run: async (progress) => (await import('./packs.ts')).buildPacks(progress),
  },
  {
    name: 'lts',
    doing: 'packing the Django that differences are recorded on',
    // The packer of that step, and one after the other: both compile with a Pyodide of their own.
    needs: ['packs'],
    inputs: ['src/python/requirements-lts.txt'],
    outputs: ['.cache/lts'],
    run: async (progress) => (await import('./packs.ts')).buildLtsPack(progress),
  },
  {
    name: 'harness',
    doing: 'byte-compiling our own Python',
    // Not for their contents: the packer mounts their folder, which a fresh clone does not have.
    needs: ['wheels'],
    inputs: ['src/python/{harness,judge}/**/*.py', 'src/python/packer.py', PYODIDE_VERSION],
    outputs: ['.cache/harness.pack'],
    run: async () => (await import('./packs.ts')).buildHarnessPack(),
  },
  {
    name: 'assistant',
    doing: 'byte-compiling the assistant',
    needs: ['wheels'],
    inputs: ['src/python/assistant/**/*.py', 'src/python/packer.py', PYODIDE_VERSION],
    outputs: ['.cache/assistant.pack'],
    run: async () => (await import('./packs.ts')).buildAssistantPack(),
  },
  {
    name: 'meter',
    doing: 'adding the meter of SQL to Pyodide',
    needs: [],
    inputs: ['src/build/meter.ts', 'src/build/wasm.ts', PYODIDE_VERSION],
    outputs: ['.cache/meter'],
    run: async () => (await import('./meter.ts')).buildMeter(),
  },
  {
    name: 'snapshot',
    doing: 'importing Django and saving the snapshot',
    needs: ['packs', 'harness', 'meter'],
    inputs: ['src/build/snapshot.ts', 'src/sandbox/python.ts', 'src/sandbox/instance.ts'],
    outputs: ['.cache/base'],
    run: async () => (await import('./snapshot.ts')).buildSnapshot(),
  },
  {
    name: 'sandbox',
    doing: 'bundling the sandbox',
    needs: [],
    inputs: ['src/sandbox', 'src/runtime/protocol.ts', 'src/build/sandbox.ts', PYODIDE_VERSION],
    outputs: ['.cache/sandbox'],
    run: async () => (await import('./sandbox.ts')).buildSandbox(),
  },
  {
    name: 'assets',
    doing: 'publishing what the runtime fetches',
    needs: ['snapshot', 'sandbox', 'assistant'],
    inputs: ['src/build/assets.ts', 'src/runtime/checksum.ts'],
    outputs: ['public/runtime', 'src/runtime/manifest.json'],
    run: async () => (await import('./assets.ts')).publishAssets(),
  },
  {
    name: 'tables',
    doing: 'migrating the databases of the projects',
    needs: ['snapshot'],
    inputs: ['exercises/projects', 'src/build/tables.ts', 'src/build/host-python.ts'],
    outputs: ['.cache/tables'],
    run: async (progress) => (await import('./tables.ts')).buildTables(progress),
  },
  {
    name: 'recordings',
    doing: 'recording every snippet and exercise',
    needs: ['snapshot', 'tables', 'lts'],
    inputs: ['content', 'exercises', 'src/build/recordings.ts', 'src/build/host-python.ts'],
    outputs: ['.cache/recordings'],
    run: async (progress) => (await import('./recordings.ts')).buildRecordings(progress),
  },
  {
    name: 'editor',
    doing: 'bundling the editor',
    needs: [],
    inputs: ['src/editor', 'src/build/editor.ts', 'package-lock.json'],
    outputs: ['public/editor'],
    run: async () => (await import('./editor.ts')).buildEditor(),
  },
  {
    name: 'site',
    doing: 'building the site',
    needs: ['editor', 'assets', 'recordings'],
    inputs: SITE_INPUTS,
    extra: `${basePath()} ${siteUrl()}`,
    outputs: ['dist'],
    run: async (progress) =>
      (await import('./site.ts')).buildSite(join(root, 'dist'), basePath(), progress),
  },
  {
    name: 'compress',
    doing: 'compressing the site',
    needs: ['site'],
    inputs: ['src/build/compress.ts'],
    outputs: ['dist'],
    run: async (progress) =>
      (await import('./compress.ts')).compressFolder(join(root, 'dist'), progress),
  },
  {
    name: 'site-under-path',
    doing: 'building the site for a sub-path, for the tests',
    // After `compress`: nearly all of its files are in `dist/` too, and need no second compression.
    needs: ['compress'],
    inputs: [...SITE_INPUTS, 'src/build/compress.ts'],
    outputs: [SUB_PATH.folder],
    run: async (progress) => {
      const folder = join(root, SUB_PATH.folder);
      await (await import('./site.ts')).buildSite(folder, SUB_PATH.base, progress);
      await (await import('./compress.ts')).compressFolder(folder, progress);
    },
  },
];
