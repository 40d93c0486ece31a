/** The Python packages of `requirements.txt`, as wheels in `.cache/wheels`, fetched by pip. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root, run } from './processes.ts';
import { findPython, pip } from './python.ts';
import { replaceFolder } from './staging.ts';
import type { Progress } from './steps.ts';

const WHEELS = join(root, '.cache', 'wheels');
const TOOLS = join(root, '.cache', 'python-tools');
const EXACT = ['--no-deps', '--require-hashes', '--only-binary=:all:', '--progress-bar', 'off'];

/**
 * Wheels for the Python in the browser, whatever Python this machine has.
 *
 * @param requirements a file of `src/python`.
 */
export async function fetchWheels(
  progress: Progress,
  folder = WHEELS,
  requirements = 'requirements.txt',
): Promise<void> {
  const list = join(root, 'src', 'python', requirements);
  const target = ['--python-version', '3.14', '--implementation', 'cp', '--abi', 'none'];
  await replaceFolder(folder, async (partial) => {
    const line = await count(list, progress);
    await pip(
      ['download', ...EXACT, ...target, '--platform', 'any', '--dest', partial, '-r', list],
      'fetching the Python packages',
      { line },
    );
  });
}

/** Ruff and Django's types for this machine, and the wheels unpacked so that pyright sees them. */
export async function installPythonTools(progress: Progress): Promise<void> {
  const list = join(root, 'src', 'python', 'requirements-dev.txt');
  await replaceFolder(TOOLS, async (partial) => {
    const line = await count(list, progress);
    await pip(
      ['install', ...EXACT, '--no-warn-script-location', '--target', partial, '-r', list],
      'installing the Python tools',
      { line },
    );
    const python = await findPython();
    for (const wheel of await readdir(WHEELS)) {
      const { code, output } = await run(python, [
        '-m',
        'zipfile',
        '-e',
        join(WHEELS, wheel),
        partial,
      ]);
      if (code !== 0) throw new Error(`${wheel} could not be unpacked: ${output}`);
    }
  });
}

/** Counts the packages as pip names them. */
async function count(list: string, progress: Progress): Promise<(line: string) => void> {
  const requirements = (await readFile(list, 'utf8')).match(/^[A-Za-z0-9_.-]+==/gm) ?? [];
  let done = 0;
  return (line) => {
    const name = /^Collecting (\S+?)==/.exec(line)?.[1];
    if (name) progress(done++, requirements.length, 'files', name);
  };
}
