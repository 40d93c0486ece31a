import type { CreateEditor, Editor, EditorAssets, EditorOptions } from './editor.ts';
import { createPlain } from './plain.ts';

interface MonacoModule {
  createMonaco(host: HTMLElement, worker: string, options: EditorOptions): Editor;
}

/**
 * The editor that fits this device: Monaco, or a text area where the pointer is a finger, because
 * Monaco does not support touch and traps its scrolling.
 */
export async function loadEditor(assets: EditorAssets): Promise<CreateEditor> {
  if (matchMedia('(pointer: coarse)').matches) return createPlain;
  const [monaco] = await Promise.all([importMonaco(assets.script), addStyle(assets.style)]);
  // A worker of a URL that another page names would be refused: absolute, and of this origin.
  const worker = new URL(assets.worker, document.baseURI).href;
  return (host, options) => monaco.createMonaco(host, worker, options);
}

/** The plain editor, for when `loadEditor` failed: nobody should lose a line to a slow network. */
export const fallbackEditor: CreateEditor = createPlain;

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
