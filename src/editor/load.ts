import type { Highlight } from '../evidence/sql.ts';
import type { CreateEditor, Editor, EditorAssets, EditorOptions } from './editor.ts';
import { createPlain } from './plain.ts';

export interface LoadedEditor {
  create: CreateEditor;
  /** SQL in the colors of the editor; plain when they do not load. */
  highlightSql: Highlight;
  /** The same for Python; no tokens at all when they do not load. */
  colorPython: Highlight;
}

/** `full` is Monaco, `light` the editor of touch screens; null leaves it to the device. */
export type EditorChoice = 'full' | 'light' | null;

interface Colors {
  highlightSql: Highlight;
  colorPython: Highlight;
}

interface MonacoModule extends Colors {
  createMonaco(host: HTMLElement, worker: string, options: EditorOptions): Editor;
}

interface LightModule {
  createLight: CreateEditor;
}

/** What the device asks for: Monaco does not support touch and traps its scrolling. */
export function isLight(choice: EditorChoice): boolean {
  return choice === null ? matchMedia('(pointer: coarse)').matches : choice === 'light';
}

/**
 * The editor that was chosen, or that fits this device; a text area when it does not load: nobody
 * should be kept from their code by a slow network.
 */
export async function loadEditor(
  assets: EditorAssets,
  choice: EditorChoice = null,
): Promise<LoadedEditor> {
  try {
    return isLight(choice) ? await loadLight(assets) : await loadMonaco(assets);
  } catch (error) {
    console.warn('The editor did not load, so a plain one is used.', error);
    return { create: createPlain, ...lazyColors(assets) };
  }
}

async function loadMonaco(assets: EditorAssets): Promise<LoadedEditor> {
  const [monaco] = await Promise.all([
    importScript<MonacoModule>(assets.script),
    addStyle(assets.style),
  ]);
  const worker = new URL(assets.worker, document.baseURI).href;
  return {
    create: (host, options) => monaco.createMonaco(host, worker, options),
    highlightSql: monaco.highlightSql,
    colorPython: monaco.colorPython,
  };
}

async function loadLight(assets: EditorAssets): Promise<LoadedEditor> {
  const [{ createLight }] = await Promise.all([
    importScript<LightModule>(assets.light.script),
    addStyle(assets.light.style),
  ]);
  return { create: createLight, ...lazyColors(assets) };
}

/** Grammars that are fetched when the first statement is to be colored. */
function lazyColors({ colors }: EditorAssets): Colors {
  const color = (which: keyof Colors, otherwise: Highlight): Highlight => {
    return async (text) => {
      try {
        return await (await importScript<Colors>(colors))[which](text);
      } catch {
        // Text without its colors can be read.
        return otherwise(text);
      }
    };
  };
  return {
    highlightSql: color('highlightSql', (sql) => [
      [{ text: sql, light: 'inherit', dark: 'inherit' }],
    ]),
    colorPython: color('colorPython', () => []),
  };
}

function importScript<T>(script: string): Promise<T> {
  // Absolute: Vite's dev server adds `?import` to relative addresses and then refuses files of
  // `public/`.
  const url = new URL(script, document.baseURI).href;
  return import(/* @vite-ignore */ url) as Promise<T>;
}

const styles = new Map<string, Promise<void>>();

/** Once a page, however often editors come and go. */
function addStyle(href: string): Promise<void> {
  const adding = styles.get(href) ?? insertStyle(href);
  styles.set(href, adding);
  adding.catch(() => styles.delete(href));
  return adding;
}

function insertStyle(href: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    link.onload = () => resolve();
    link.onerror = () => reject(new Error(`The editor's style did not load from ${href}.`));
    document.head.append(link);
  });
}
