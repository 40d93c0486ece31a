import { join } from 'node:path';
import { projectNames, readProject, TABLES } from './catalog.ts';
import { hostPython } from './host-python.ts';
import { replaceFile, replaceFolder } from './staging.ts';
import type { Progress } from './steps.ts';

/** Migrate each project once, so that no reader's browser has to: that is half of opening one. */
export async function buildTables(progress: Progress): Promise<void> {
  const names = projectNames();
  await replaceFolder(TABLES, async (folder) => {
    for (const [done, name] of names.entries()) {
      progress(done, names.length, 'items', name);
      const project = { ...readProject(name), tables: null };
      const python = await hostPython(project.packs);
      python.call('open_project', JSON.stringify({ project, seed: { size: 1, number: 1 } }));
      await replaceFile(join(folder, `${name}.txt`), python.call('tables', '{}'));
    }
  });
}
