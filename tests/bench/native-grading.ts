/** The work of two gradings in the machine's own Python: a process for each probe, two at a time. */
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, run } from '../../src/build/processes.ts';
import { findPython, pip } from '../../src/build/python.ts';
import { lanes } from '../../src/runtime/lanes.ts';
import { median } from './statistics.ts';

const PACKAGES = join(root, '.cache/bench-django');
const PROJECT = join(root, 'exercises/projects/shop');
const ROUNDS = 5;

/** Milliseconds for the solution of `n-plus-one`, called on the data of its checks. */
export async function timeNativeCalls(data: readonly [number, number][]): Promise<number> {
  const python = await findPython();
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const blank = join(folder, 'blank.sqlite3');
  await execute(python, ['native.py', PROJECT, blank, 'prepare']);
  return timed(async (round) =>
    data.map(([size, seed]) => async () => {
      const database = join(folder, `${round}-${size}.sqlite3`);
      await cp(blank, database);
      const solution = join(root, 'exercises/n-plus-one/solution');
      const call = ['report:order_report', String(size), String(seed)];
      await execute(python, ['native_call.py', PROJECT, solution, database, ...call]);
    }),
  );
}

/** Milliseconds for pytest on all implementations of `tests-that-can-fail`. */
export async function timeNativeTests(): Promise<number> {
  await pip(
    ['install', '--quiet', '--upgrade', '--target', PACKAGES, 'pytest', 'pytest-django'],
    'installing pytest to compare',
  );
  const python = await findPython();
  const exercise = join(root, 'exercises/tests-that-can-fail');
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const copies: string[] = [];
  for (const kind of ['right', 'broken']) {
    for (const name of await readdir(join(exercise, 'support', kind))) {
      const copy = join(folder, name);
      await cp(PROJECT, copy, { recursive: true });
      await cp(join(exercise, 'solution'), copy, { recursive: true });
      await cp(join(exercise, 'support', kind, name), copy, { recursive: true });
      copies.push(copy);
    }
  }
  const options = ['-q', '--ds=config.settings', '--no-migrations', '-pno:cacheprovider'];
  const time = await timed(async () =>
    copies.map((copy) => async () => {
      await run(python, ['-m', 'pytest', ...options, 'test_pricing.py'], {
        cwd: copy,
        env: { PYTHONPATH: `${PACKAGES}:${copy}` },
      });
    }),
  );
  await rm(folder, { recursive: true });
  return time;
}

async function timed(tasks: (round: number) => Promise<(() => Promise<void>)[]>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const lane = lanes(2);
    const started = performance.now();
    await Promise.all((await tasks(round)).map((task) => lane(task)));
    times.push(performance.now() - started);
  }
  return median(times);
}

async function execute(python: string, [script = '', ...args]: string[]): Promise<void> {
  const file = join(root, 'tests/bench', script);
  const { code, output } = await run(python, [file, ...args], { env: { PYTHONPATH: PACKAGES } });
  if (code !== 0) throw new Error(output);
}
