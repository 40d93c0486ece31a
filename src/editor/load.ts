import type { Highlight } from '../evidence/sql.ts';
import type { CreateEditor, Editor, EditorAssets, EditorOptions } from './editor.ts';
import { createPlain } from './plain.ts';

export interface LoadedEditor {
  create: CreateEditor;
  /** SQL in the colors of the editor; without Monaco it stays plain. */
  highlightSql: Highlight;
  /** The same for Python; no tokens at all without Monaco. */
  colorPython: Highlight;
}

interface MonacoModule {
  createMonaco(host: HTMLElement, worker: string, options: EditorOptions): Editor;
  highlightSql: Highlight;
  colorPython: Highlight;
}

const plain: LoadedEditor = {
  create: createPlain,
  highlightSql: (sql) => [[whole(sql)]],
  colorPython: () => [],
};

/**
 * The editor that fits this device: Monaco, or a text area where the pointer is a finger, because
 * Monaco does not support touch and traps its scrolling. A text area, too, when Monaco does not
 * load: nobody should be kept from their code by a slow network.
 */
export async function loadEditor(assets: EditorAssets): Promise<LoadedEditor> {
  if (matchMedia('(pointer: coarse)').matches) return plain;
  try {
    const [monaco] = await Promise.all([importMonaco(assets.script), addStyle(assets.style)]);
    const worker = new URL(assets.worker, document.baseURI).href;
    return {
      create: (host, options) => monaco.createMonaco(host, worker, options),
      highlightSql: monaco.highlightSql,
      colorPython: monaco.colorPython,
    };
  } catch (error) {
    console.warn('Monaco did not load, so the plain editor is used.', error);
    return plain;
  }
}

function importMonaco(script: string): Promise<MonacoModule> {
  // Absolute: Vite's dev server adds `?import` to relative addresses and then refuses files of
  // `public/`.
  const url = new URL(script, document.baseURI).href;
  return import(/* @vite-ignore */ url) as Promise<MonacoModule>;
}

function addStyle(href: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    link.onload = () => resolve();
    link.onerror = () => reject(new Error(`The editor's style did not load from ${href}.`));
    document.head.append(link);
  });
}

function whole(text: string) {
  return { text, light: 'inherit', dark: 'inherit' };
}
