import { build } from 'esbuild';
import { replaceFile } from './staging.ts';

export const WORKER = '.cache/sandbox/worker.js';
export const FRAME = '.cache/sandbox/frame.js';

/** Bundle what runs inside the opaque frame: two classic scripts without imports. */
export async function buildSandbox(): Promise<void> {
  const bootstrap = await bundle('src/sandbox/bootstrap.ts');
  await replaceFile(FRAME, await bundle('src/sandbox/frame.ts', { BOOTSTRAP: bootstrap }));
  await replaceFile(WORKER, await bundle('src/sandbox/worker.ts'));
}

async function bundle(entry: string, texts: Record<string, string> = {}): Promise<string> {
  const define = Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, JSON.stringify(text)]),
  );
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    // Pyodide reads neither of these in a browser; a classic script may not contain the first.
    define: { 'import.meta.url': '"https://sandbox.invalid/pyodide.asm.mjs"', ...define },
    external: ['node:*', 'ws'],
    logLevel: 'warning',
  });
  return result.outputFiles[0]?.text ?? '';
}
