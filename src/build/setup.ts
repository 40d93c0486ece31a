/** Runs steps of the plan, one set-up at a time, and shows how far they are. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { plan } from './plan.ts';
import { root } from './processes.ts';
import { runSteps, type Step, type Watcher, withNeeds } from './steps.ts';
import { createTerminal } from './terminal.mjs';

const LOCK = join(root, '.cache', 'set-up.pid');

/**
 * Bring the named steps, and all that they need, up to date. Resolves to the steps that ran.
 *
 * @param options `quiet` says nothing when there is nothing to do: what follows is meant to be read.
 */
export async function setUp(
  wanted: readonly string[],
  { quiet = false }: { quiet?: boolean } = {},
): Promise<string[]> {
  const terminal = createTerminal();
  const release = await lock(terminal);
  try {
    const steps = withNeeds(plan, wanted);
    const ran = await runSteps(steps, { root, watcher: watch(terminal) });
    if (ran.length === 0 && !quiet) terminal.say('✓ Nothing has changed since the last set-up');
    return ran;
  } finally {
    await release();
  }
}

type Terminal = ReturnType<typeof createTerminal>;

function watch(terminal: Terminal): Watcher {
  const tasks = new Map<Step, ReturnType<Terminal['task']>>();
  return {
    started(step) {
      const task = terminal.task(step.doing.charAt(0).toUpperCase() + step.doing.slice(1));
      tasks.set(step, task);
      return task.update;
    },
    finished: (step) => tasks.get(step)?.finish(),
    failed: (step) => tasks.get(step)?.drop(),
    skipped: () => {},
  };
}

/** Two set-ups at once would write the same files: the second waits for the first. */
async function lock(terminal: Terminal): Promise<() => Promise<void>> {
  await mkdir(join(root, '.cache'), { recursive: true });
  let waiting: ReturnType<Terminal['task']> | null = null;
  while (!(await take())) {
    waiting ??= terminal.task('Waiting for another set-up of this folder to finish');
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  waiting?.finish('The other set-up has finished');
  return () => rm(LOCK, { force: true });
}

async function take(): Promise<boolean> {
  for (;;) {
    try {
      await writeFile(LOCK, String(process.pid), { flag: 'wx' });
      return true;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const holder = Number(await readFile(LOCK, 'utf8').catch(() => ''));
    if (isAlive(holder)) return false;
    // Whoever held it was killed.
    await rm(LOCK, { force: true });
  }
}

function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
