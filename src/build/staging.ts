/** Outputs appear whole or not at all: they are written beside their place and then renamed. */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Fill a folder from nothing; it takes the place of the old one only when `fill` succeeded. */
export async function replaceFolder(
  path: string,
  fill: (partial: string) => Promise<void>,
): Promise<void> {
  const partial = `${path}.partial`;
  // What a killed run left behind.
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  try {
    await fill(partial);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  }
  await rm(path, { recursive: true, force: true });
  await rename(partial, path);
}

/** Write one file so that nobody ever sees half of it. */
export async function replaceFile(path: string, data: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.partial`, data);
  await rename(`${path}.partial`, path);
}
