/**
 * The step engine: each part of the set-up declares what it reads and what it writes, and runs only
 * when something that it reads has changed, or something that it wrote is gone.
 */
import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { explain, type Fault } from './faults.mjs';
import { fingerprint, readStamp, stampIsFresh, writeStamp } from './stamps.ts';

/** Reports how far a step is. A total of 0 means that it is not known. */
export type Progress = (done: number, total: number, unit: Unit, note?: string) => void;

export type Unit = 'bytes' | 'files' | 'items' | 'parts';

export interface Step {
  /** Short, unique, lower case; also the name of the stamp: `wheels`. */
  name: string;
  /** Completes "while ...": `fetching the Python packages`. */
  doing: string;
  /** Names of steps that must be done before. When one of them runs anew, so does this one. */
  needs: readonly string[];
  /** Files, folders or globs, relative to the project root, whose contents decide. */
  inputs: readonly string[];
  /** Versions and settings that decide as well. */
  extra?: string;
  /** Files or folders that the step writes. Write to a temporary name first: see `staging.ts`. */
  outputs: readonly string[];
  run(progress: Progress): Promise<void>;
}

/** Where the engine tells what happens; the terminal in real use. */
export interface Watcher {
  started(step: Step): Progress;
  finished(step: Step, seconds: number): void;
  skipped(step: Step): void;
  failed(step: Step): void;
}

export interface Options {
  root: string;
  watcher: Watcher;
  /** How many steps may run at the same time. */
  atOnce?: number;
}

/** Run the steps in the order of their needs, the independent ones at the same time. */
export async function runSteps(steps: readonly Step[], options: Options): Promise<string[]> {
  const { root, watcher, atOnce = Math.min(3, availableParallelism()) } = options;
  const stampFile = (name: string) => join(root, '.cache', 'steps', `${name}.json`);
  const keys = new Map<string, string>();
  const ran: string[] = [];
  const waiting = [...inOrder(steps)];
  const running = new Set<Promise<void>>();

  async function perform(step: Step): Promise<void> {
    const key = await fingerprint(root, step.name, step.inputs, [
      step.extra ?? '',
      ...step.needs.map((need) => keys.get(need) ?? ''),
    ]);
    const stamp = await readStamp(stampFile(step.name));
    if (stamp && stamp.key === key && (await stampIsFresh(root, stamp, step.outputs))) {
      watcher.skipped(step);
    } else {
      const began = performance.now();
      // A run that is killed from here on leaves no stamp, so the next one starts this step again.
      await rm(stampFile(step.name), { force: true });
      await step.run(watcher.started(step));
      await writeStamp(root, stampFile(step.name), key, step.outputs);
      ran.push(step.name);
      watcher.finished(step, (performance.now() - began) / 1000);
    }
    keys.set(step.name, key);
  }

  let failure: Fault | null = null;
  const begin = (step: Step) => {
    waiting.splice(waiting.indexOf(step), 1);
    const task: Promise<void> = perform(step)
      .catch((error: unknown) => {
        watcher.failed(step);
        failure ??= explain(error, step.doing);
      })
      .finally(() => running.delete(task));
    running.add(task);
  };
  do {
    const ready = waiting.filter(({ needs }) => needs.every((need) => keys.has(need)));
    // After a failure nothing new begins, but what is running may finish and keep its result.
    if (failure === null) ready.slice(0, atOnce - running.size).forEach(begin);
    if (running.size > 0) await Promise.race(running);
  } while (running.size > 0 || (failure === null && waiting.length > 0));
  if (failure !== null) throw failure;
  return ran;
}

/** The step itself and all that it needs, however far away. */
export function withNeeds(steps: readonly Step[], wanted: readonly string[]): Step[] {
  const chosen = new Set<string>();
  const visit = (name: string) => {
    if (chosen.has(name)) return;
    chosen.add(name);
    for (const need of find(steps, name).needs) visit(need);
  };
  for (const name of wanted) visit(name);
  return steps.filter(({ name }) => chosen.has(name));
}

function inOrder(steps: readonly Step[]): Step[] {
  const done: Step[] = [];
  const visit = (step: Step, path: readonly string[]) => {
    if (done.includes(step)) return;
    if (path.includes(step.name)) {
      throw new Error(`Steps need each other in a circle: ${[...path, step.name].join(' -> ')}`);
    }
    for (const need of step.needs) visit(find(steps, need), [...path, step.name]);
    done.push(step);
  };
  for (const step of steps) visit(step, []);
  return done;
}

function find(steps: readonly Step[], name: string): Step {
  const step = steps.find((candidate) => candidate.name === name);
  if (!step) throw new Error(`No step is called "${name}".`);
  return step;
}
