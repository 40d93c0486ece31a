/** The entry of the worker in which Ruff runs, so that no check can hold up typing. */
import { type Diagnostic, initSync, PositionEncoding, Workspace } from '@astral-sh/ruff-wasm-web';
import type { Problem } from './language.ts';
import type { RuffAnswer, RuffQuestion } from './ruff-protocol.ts';
import { RUFF_SETTINGS } from './ruff-rules.ts';

let ruff: Workspace | null = null;

self.onmessage = async ({ data, ports }: MessageEvent<RuffQuestion>) => {
  ports[0]?.postMessage(await answer(data));
};

async function answer(question: RuffQuestion): Promise<RuffAnswer> {
  try {
    if (question.kind === 'load') {
      initSync({ module: await WebAssembly.compile(question.wasm) });
      ruff = new Workspace(RUFF_SETTINGS, PositionEncoding.Utf16);
      return { kind: 'loaded' };
    }
    if (!ruff) throw new Error('Ruff is not loaded yet.');
    if (question.kind === 'format') return { kind: 'formatted', text: ruff.format(question.text) };
    const found: Diagnostic[] = ruff.check(question.text);
    return { kind: 'problems', problems: found.map(problem) };
  } catch (error) {
    return { kind: 'failed', message: String(error) };
  }
}

/** What would not run: names that nobody defined. The rest is advice. */
const ERRORS = new Set(['F821', 'F822', 'F823']);

/** Without a code it is a syntax error. */
function problem({ code, message, start_location, end_location }: Diagnostic): Problem {
  const known = code !== null && /^[A-Z]+\d+$/.test(code);
  return {
    line: start_location.row,
    column: start_location.column,
    endLine: end_location.row,
    endColumn: end_location.column,
    severity: known && !ERRORS.has(code) ? 'warning' : 'error',
    code: known ? code : '',
    message,
  };
}
