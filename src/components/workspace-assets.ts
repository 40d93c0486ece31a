import { readFile } from 'node:fs/promises';
import { EDITOR_MANIFEST } from '../build/editor.ts';
import type { EditorAssets } from '../editor/editor.ts';

/** Where this build's editor lies, under the site's base path. */
export async function editorAssets(base: string): Promise<EditorAssets> {
  const names: EditorAssets = JSON.parse(await readFile(EDITOR_MANIFEST, 'utf8'));
  const place = (name: string) => `${base.replace(/\/?$/, '/')}editor/${name}`;
  const { light, ruff } = names;
  return {
    script: place(names.script),
    style: place(names.style),
    worker: place(names.worker),
    light: { script: place(light.script), style: place(light.style) },
    colors: place(names.colors),
    ruff: { ...ruff, worker: place(ruff.worker), wasm: place(ruff.wasm) },
  };
}
