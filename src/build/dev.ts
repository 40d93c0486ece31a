/** `npm run dev`: Astro's server, and the other steps run again when their sources change. */
import { watch } from 'node:fs';
import { join } from 'node:path';
import { dev } from 'astro';
import { devGrading } from './dev-grading.ts';
import { explain } from './faults.mjs';
import { plan } from './plan.ts';
import { root } from './processes.ts';
import { port } from './settings.ts';
import { setUp } from './setup.ts';

/** What the site is built from, besides its own sources. */
const needed = plan.find(({ name }) => name === 'site')?.needs ?? [];

/** Folders whose files Astro does not follow by itself. */
const WATCHED = ['src/python', 'src/sandbox', 'src/editor', 'exercises', 'content'];
const FOLLOWED_BY_ASTRO = /\.(?:mdx?|astro|css)$/;
const SETTLE_MS = 150;

export async function develop(): Promise<number> {
  await setUp(needed);
  let reload = () => {};
  const server = await dev({
    root,
    server: { port: port() },
    integrations: [
      {
        name: 'reload-after-steps',
        hooks: {
          'astro:server:setup': ({ server }) => {
            reload = () => server.ws.send({ type: 'full-reload' });
          },
        },
      },
    ],
  });
  const grading = devGrading((text) => process.stdout.write(text));
  // From the sources, and not behind the steps: its author waits for it, and recording takes longer.
  let graded = Promise.resolve();
  const grade = (files: string[]) => {
    graded = graded.then(() => grading.saved(files));
  };
  const stop = follow(grade, async () => {
    try {
      if ((await setUp(needed)).length > 0) reload();
    } catch (error) {
      // The author is in the middle of a change: say what is wrong, and wait for the next one.
      const { happened, remedy } = explain(error, 'rebuilding');
      process.stderr.write(`\n${happened}\n${remedy}\n`);
    }
  });
  await new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  stop();
  grading.close();
  await server.stop();
  return 0;
}

/** Once it is quiet for a moment: tell of the files at once, and call `changed`, never twice at a time. */
function follow(saved: (files: string[]) => void, changed: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let busy = Promise.resolve();
  let files = new Set<string>();
  const watchers = WATCHED.map((folder) =>
    watch(join(root, folder), { recursive: true }, (_event, file) => {
      if (!file || FOLLOWED_BY_ASTRO.test(file) || /__pycache__|\.pyc$|~$/.test(file)) return;
      files.add(join(root, folder, file));
      clearTimeout(timer);
      timer = setTimeout(() => {
        saved([...files]);
        files = new Set();
        busy = busy.then(changed);
      }, SETTLE_MS);
    }),
  );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
