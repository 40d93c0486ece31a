import { type Base, reachBase, type Steps, sendAssets } from './base.ts';
import { type Interpreter, startInterpreter } from './interpreter.ts';
import { connectFrame, type SandboxFrame } from './sandbox-frame.ts';
import type { Way } from './ways.ts';

/** A runtime that has loaded and can start interpreters. */
export interface Loaded {
  frame: SandboxFrame;
  way: Way;
  /** Whether memory can be saved here; where not, each interpreter boots anew. */
  saves: boolean;
  /** An interpreter with Django imported and nothing opened, or one more with extra packs. @throws InterpreterLost */
  fresh(extras?: readonly string[]): Promise<Interpreter>;
  /** Packs were added: the interpreter that is up already does not have them. */
  outgrow(): void;
}

/** Download, reach a base and keep its first interpreter for the first caller of `fresh`. */
export async function loadRuntime(
  waysAt: (megabits: number | null) => readonly Way[],
  steps: Steps,
): Promise<Loaded> {
  const assets = await sendAssets(connectFrame(), steps);
  const { frame } = assets;
  const base = await reachBase(assets, waysAt(assets.megabits), steps);
  performance.mark('runtime:base', { detail: { way: base.way, megabits: assets.megabits } });
  let first: Interpreter | null = base.first;
  return {
    frame,
    way: base.way,
    saves: base.from.kind === 'snapshot',
    async fresh(extras) {
      if (extras) return startFrom(frame, base, extras);
      const ready = first;
      first = null;
      return ready ?? startFrom(frame, base);
    },
    outgrow() {
      first?.end();
      first = null;
    },
  };
}

async function startFrom(
  frame: SandboxFrame,
  base: Base,
  extras: readonly string[] = [],
): Promise<Interpreter> {
  const interpreter = await startInterpreter(frame, base.from, extras);
  if (base.from.kind === 'nothing') await interpreter.ask({ kind: 'prepare', keep: null });
  return interpreter;
}
