import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile } from 'esbuild';
import type { EditorAssets } from '../editor/editor.ts';
import { replaceFolder } from './staging.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What `buildEditor` writes, relative to the repository. */
export const EDITOR_OUTPUTS = ['public/editor'] as const;

/** Names inside `public/editor`, as `manifest.json` there has them. */
export const EDITOR_MANIFEST = 'public/editor/manifest.json';

/**
 * Bundle Monaco once into `public/editor/`, each file named by its content, so that the site's own
 * bundler never sees it: Astro would hoist Monaco's style into every page that might load it.
 */
export function buildEditor(): Promise<void> {
  return replaceFolder(join(ROOT, EDITOR_OUTPUTS[0]), fill);
}

async function fill(outdir: string): Promise<void> {
  const shared = {
    absWorkingDir: ROOT,
    outdir,
    bundle: true,
    minify: true,
    metafile: true,
    target: 'es2022',
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    legalComments: 'none',
    logLevel: 'error',
  } as const;
  const page = await build({
    ...shared,
    entryPoints: ['src/editor/monaco.ts'],
    format: 'esm',
    loader: { '.ttf': 'file' },
  });
  const worker = await build({ ...shared, entryPoints: ['src/editor/worker.ts'], format: 'iife' });
  const manifest: EditorAssets = {
    script: output(page.metafile, 'monaco', '.js'),
    style: output(page.metafile, 'monaco', '.css'),
    worker: output(worker.metafile, 'worker', '.js'),
  };
  await writeFile(join(outdir, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

function output(metafile: Metafile, name: string, extension: string): string {
  const found = Object.keys(metafile.outputs)
    .map((path) => basename(path))
    .find((path) => path.startsWith(`${name}-`) && path.endsWith(extension));
  if (!found) throw new Error(`The editor's build wrote no ${name}${extension}.`);
  return found;
}
