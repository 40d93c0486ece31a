/** What a step has read and written, kept so that the next start can tell whether anything changed. */
import { createHash } from 'node:crypto';
import { glob, mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';

interface Stamp {
  key: string;
  /** Size in bytes of each file that the step wrote. */
  files: Record<string, number>;
}

/** A hash over the contents of the inputs and over the words given. */
export async function fingerprint(
  root: string,
  name: string,
  inputs: readonly string[],
  words: readonly string[],
): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify([name, ...words]));
  for (const file of await listInputs(root, inputs)) {
    const digest = createHash('sha256').update(await readFile(join(root, file)));
    hash.update(`\n${file} ${digest.digest('hex')}`);
  }
  return hash.digest('hex');
}

async function listInputs(root: string, inputs: readonly string[]): Promise<string[]> {
  const files = new Set<string>();
  for (const input of inputs) {
    for await (const entry of glob(input, { cwd: root })) {
      for (const file of await listFiles(root, entry)) {
        if (!/(^|\/)__pycache__\/|\.pyc$|\.partial($|\/)/.test(file)) files.add(file);
      }
    }
  }
  return [...files].sort();
}

/** The file itself, or all files below the folder; relative to the root, with `/` between. */
async function listFiles(root: string, path: string): Promise<string[]> {
  const full = join(root, path);
  const found = await stat(full).catch(() => null);
  if (!found) return [];
  if (!found.isDirectory()) return [path.split(sep).join('/')];
  const entries = await readdir(full, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

async function measure(root: string, outputs: readonly string[]): Promise<Record<string, number>> {
  const lists = await Promise.all(outputs.map((output) => listFiles(root, output)));
  const sizes = await Promise.all(
    lists.flat().map(async (file) => [file, (await stat(join(root, file))).size] as const),
  );
  return Object.fromEntries(sizes);
}

/** The stamp of the last finished run, or null when there is none that can be read. */
export async function readStamp(file: string): Promise<Stamp | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Stamp;
  } catch {
    // Missing or cut short: the step runs again, which is always right.
    return null;
  }
}

/** Whether everything that the step wrote is still there, in its size. */
export async function stampIsFresh(
  root: string,
  stamp: Stamp,
  outputs: readonly string[],
): Promise<boolean> {
  const now = await measure(root, outputs);
  const files = Object.entries(stamp.files);
  return files.length > 0 && files.every(([file, size]) => now[file] === size);
}

export async function writeStamp(
  root: string,
  file: string,
  key: string,
  outputs: readonly string[],
): Promise<void> {
  const stamp: Stamp = { key, files: await measure(root, outputs) };
  for (const output of outputs) {
    if (
      !Object.keys(stamp.files).some((path) => path === output || path.startsWith(`${output}/`))
    ) {
      throw new Error(`The step wrote nothing to ${output}`);
    }
  }
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.partial`, JSON.stringify(stamp));
  await rename(`${file}.partial`, file);
}
