import type { Problem } from './language.ts';

/** What the page asks of the worker with Ruff in it; each question brings a port for its answer. */
export type RuffQuestion =
  | { kind: 'load'; wasm: ArrayBuffer }
  | { kind: 'problems'; text: string }
  | { kind: 'format'; text: string };

export type RuffAnswer =
  | { kind: 'loaded' }
  | { kind: 'problems'; problems: Problem[] }
  | { kind: 'formatted'; text: string }
  | { kind: 'failed'; message: string };
