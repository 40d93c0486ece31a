import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import type { EditorAssets, RuffAssets } from '../editor/editor.ts';
import { replaceFolder } from './staging.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What `buildEditor` writes, relative to the repository. */
export const EDITOR_OUTPUTS = ['public/editor'] as const;

/** Names inside `public/editor`, as `manifest.json` there has them. */
export const EDITOR_MANIFEST = 'public/editor/manifest.json';

const RUFF = 'node_modules/@astral-sh/ruff-wasm-web/ruff_wasm_bg.wasm';

/**
 * Bundle the editors once into `public/editor/`, each file named by its content, so that the site's own
 * bundler never sees them: Astro would hoist Monaco's style into every page that might load it.
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
  const light = await build({
    ...shared,
    entryPoints: ['src/editor/light.ts', 'src/editor/colors.ts'],
    format: 'esm',
  });
  const manifest: EditorAssets = {
    script: output(page.metafile, 'monaco', '.js'),
    style: output(page.metafile, 'monaco', '.css'),
    worker: output(worker.metafile, 'worker', '.js'),
    light: {
      script: output(light.metafile, 'light', '.js'),
      style: output(light.metafile, 'light', '.css'),
    },
    colors: output(light.metafile, 'colors', '.js'),
    ruff: await ruff(outdir, shared),
  };
  await writeFile(join(outdir, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** A classic worker, which is handed the WebAssembly beside it. */
async function ruff(
  outdir: string,
  shared: BuildOptions & { metafile: true },
): Promise<RuffAssets> {
  const bundle = await build({
    ...shared,
    entryPoints: ['src/editor/ruff-worker.ts'],
    format: 'iife',
    // Where the package would look for its WebAssembly by itself.
    define: { 'import.meta.url': '"https://ruff.invalid/"' },
  });
  const bytes = await readFile(join(ROOT, RUFF));
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  await writeFile(join(outdir, `ruff-${hash}.wasm`), bytes);
  return {
    worker: output(bundle.metafile, 'ruff-worker', '.js'),
    wasm: `ruff-${hash}.wasm`,
    bytes: bytes.length,
    packed: gzipSync(bytes, { level: 9 }).length,
  };
}

function output(metafile: Metafile, name: string, extension: string): string {
  const found = Object.keys(metafile.outputs)
    .map((path) => basename(path))
    .find((path) => path.startsWith(`${name}-`) && path.endsWith(extension));
  if (!found) throw new Error(`The editor's build wrote no ${name}${extension}.`);
  return found;
}
