import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, run } from '../../src/build/processes.ts';
import { findPython, pip } from '../../src/build/python.ts';
import { median } from './statistics.ts';

const PACKAGES = join(root, '.cache/bench-django');
const SCRIPT = join(root, 'content/orm/n-plus-one/slow.py');

export interface Native {
  /** For example "CPython 3.11.7, Django 5.2.19". */
  versions: string;
  /** Median of ten fresh processes. */
  milliseconds: number;
}

/** Time the lesson's script in `python3` with the newest Django that this Python can have. */
export async function timeNative(size: number, seed: number): Promise<Native> {
  if (!existsSync(PACKAGES)) {
    await pip(
      ['install', '--quiet', '--target', PACKAGES, 'Django'],
      'installing Django to compare',
    );
  }
  const python = await findPython();
  const database = join(await mkdtemp(join(tmpdir(), 'bench-')), 'shop.sqlite3');
  const call = async (...args: string[]) => {
    const started = performance.now();
    const program = [join(root, 'tests/bench/native.py'), join(root, 'exercises/projects/shop')];
    const { code, output } = await run(python, [...program, database, ...args], {
      env: { PYTHONPATH: PACKAGES },
    });
    if (code !== 0) throw new Error(output);
    return performance.now() - started;
  };
  await call('prepare', String(size), String(seed));
  await call('run', SCRIPT);
  const times: number[] = [];
  for (let round = 0; round < 10; round++) times.push(await call('run', SCRIPT));
  const versions =
    'import django, platform; print(f"CPython {platform.python_version()}, Django {django.__version__}")';
  const { output } = await run(python, ['-c', versions], { env: { PYTHONPATH: PACKAGES } });
  return { versions: output.trim(), milliseconds: median(times) };
}
