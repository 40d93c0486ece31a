import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { findPython } from '../../src/build/python.ts';
import { fetchWheels } from '../../src/build/wheels.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wheels-'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

/** A Python whose pip does what the shell lines say; `$dest` is the folder for the wheels. */
async function fakePython(pip: string, version = '314'): Promise<void> {
  const path = join(folder, 'python3');
  const script = `#!/bin/sh
if [ "$1" = -c ]; then echo ${version}; exit 0; fi
dest=''; while [ $# -gt 0 ]; do [ "$1" = --dest ] && dest=$2; shift; done
${pip}
`;
  await writeFile(path, script);
  await chmod(path, 0o755);
  vi.stubEnv('PYTHON', path);
}

const wheels = () => join(folder, 'wheels');

test('the wheels appear, and each one is counted', async () => {
  await fakePython(
    'echo "Collecting Django==6.1.3 (from -r list)"; echo "Collecting asgiref==3.13.0"; touch "$dest/a.whl"',
  );
  const progress = vi.fn();
  await fetchWheels(progress, wheels());
  expect(await readdir(wheels())).toEqual(['a.whl']);
  // Each package has one wheel, and one hash.
  const all = (await readFile('src/python/requirements.txt', 'utf8')).split('--hash=').length - 1;
  expect(progress.mock.calls).toEqual([
    [0, all, 'files', 'Django'],
    [1, all, 'files', 'asgiref'],
  ]);
});

test('a failed pip leaves nothing behind, and says why', async () => {
  await fakePython('touch "$dest/half.whl"; echo "DO NOT MATCH THE HASHES" >&2; exit 1');
  await expect(fetchWheels(() => {}, wheels())).rejects.toThrow(
    /While fetching the Python packages, a downloaded file did not have the expected hash/,
  );
  expect(await readdir(folder)).toEqual(['python3']);
});

test('a failed pip leaves the earlier wheels alone', async () => {
  await fakePython('touch "$dest/old.whl"');
  await fetchWheels(() => {}, wheels());
  await fakePython('echo "Connection refused"; exit 1');
  await expect(fetchWheels(() => {}, wheels())).rejects.toThrow(/The network did not answer/);
  expect(await readdir(wheels())).toEqual(['old.whl']);
});

test('no Python at all', async () => {
  vi.stubEnv('PYTHON', join(folder, 'nowhere'));
  await expect(findPython()).rejects.toThrow(
    /^Python 3\.9 or later was not found\. Install Python 3 with pip/,
  );
});

test('a Python that is too old', async () => {
  await fakePython('', '207');
  await expect(findPython()).rejects.toThrow(/Python 3\.9 or later was not found/);
});
