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
    needs: ['editor'],
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
    needs: ['site'],
    inputs: SITE_INPUTS,
    outputs: [SUB_PATH.folder],
    run: async (progress) =>
      (await import('./site.ts')).buildSite(join(root, SUB_PATH.folder), SUB_PATH.base, progress),
  },
];
