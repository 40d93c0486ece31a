/** `npm run new exercise <slug>`: a small exercise that is sound already, to be made one's own. */
import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { exerciseFolder } from './catalog.ts';
import { Fault } from './faults.mjs';
import { root } from './processes.ts';

const TEMPLATE = join(root, 'src', 'build', 'exercise-template');

/** @throws Fault when the slug is taken, or is none. */
export async function newCommand([what, slug = '']: string[]): Promise<number> {
  if (what !== 'exercise') {
    throw new Fault(`There is nothing new called "${what ?? ''}".`, 'npm run new exercise <slug>');
  }
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(slug)) {
    throw new Fault(
      `"${slug}" cannot be part of an address.`,
      'Use small letters, figures and hyphens: npm run new exercise orders-by-day.',
    );
  }
  const folder = exerciseFolder(slug);
  if (existsSync(folder)) {
    throw new Fault(`${folder} is there already.`, 'Choose another slug.');
  }
  await cp(TEMPLATE, join(root, folder), { recursive: true });
  process.stdout.write(
    `${folder} holds a small exercise that works. Make it yours, then:\n` +
      `  npm run grade -- ${slug}                    judges the starter\n` +
      `  npm run grade -- ${slug} ${folder}/solution\n` +
      `  npm run check:exercises ${slug}             tries all that it promises\n`,
  );
  return 0;
}
