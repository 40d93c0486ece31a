import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';
import { Fault } from './faults.mjs';

/** Readers of the index that come with it, and that this site does without. */
const UNUSED = /^pagefind-(?:component-ui|modular-ui|ui|highlight)\./;

/**
 * Writes the index of the search. In place of Starlight's own step, which ends the indexer while it may
 * still be writing: on a busy machine that left empty files.
 */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        try {
          const { index, errors } = await pagefind.createIndex();
          if (!index) throw fault(errors);
          const added = await index.addDirectory({ path: folder });
          const made = await index.getFiles();
          if (added.errors.length + made.errors.length > 0) {
            throw fault([...added.errors, ...made.errors]);
          }
          for (const { path, content } of made.files.filter(({ path }) => !UNUSED.test(path))) {
            const file = join(folder, 'pagefind', path);
            await mkdir(dirname(file), { recursive: true });
            await writeFile(file, content);
          }
          logger.info(`${added.page_count} pages can be found`);
        } finally {
          await pagefind.close();
        }
      },
    },
  };
}

function fault(errors: readonly string[]): Fault {
  return new Fault(
    `The index of the search could not be made: ${errors.join(' ')}`,
    'Run the same command again. If it stays, run npm ci, which brings the indexer anew.',
  );
}
