/** The site itself, built by Astro into a folder that appears only when it is complete. */
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from './faults.mjs';
import { root, runNode } from './processes.ts';
import { replaceFolder } from './staging.ts';
import type { Progress } from './steps.ts';

/** Build into `folder`, for a host that serves it at `base`. */
export async function buildSite(folder: string, base: string, progress: Progress): Promise<void> {
  const staged = join(root, '.cache', 'site');
  await replaceFolder(staged, async (partial) => {
    let pages = 0;
    const { code, output } = await runNode(
      'node_modules/astro/bin/astro.mjs',
      ['build', '--outDir', partial],
      {
        env: { BASE_PATH: base, ASTRO_TELEMETRY_DISABLED: '1', FORCE_COLOR: '0' },
        line: (text) => {
          const page = /[└├]─ (\S+\.html)/.exec(text)?.[1];
          if (page) progress(++pages, 0, 'files', page);
        },
      },
    );
    if (code !== 0) {
      throw new Fault(
        `Astro could not build the site:\n${complaint(output)}`,
        'Mend that, then run the same command again.',
      );
    }
    if (!existsSync(join(partial, 'index.html'))) {
      throw new Fault(
        'Astro built a site without a start page.',
        'See whether src/pages and astro.config.mjs are complete: git status.',
      );
    }
  });
  await rm(folder, { recursive: true, force: true });
  await rename(staged, folder);
}

/** What Astro says from its first error on, without the stack. */
function complaint(output: string): string {
  const lines = output.split('\n').filter((line) => !/^\s+at |Stack trace/.test(line));
  const first = lines.findIndex((line) => /error/i.test(line));
  return lines.slice(Math.max(0, first)).join('\n').trim().slice(0, 2000);
}
