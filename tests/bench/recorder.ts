import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readProject } from '../../src/build/catalog.ts';
import { hostPython } from '../../src/build/host-python.ts';
import { root } from '../../src/build/processes.ts';

const SCRIPT = join(root, 'tests', 'bench', 'recorder.py');

/**
 * What recording adds to runs that do little else than query, in percent, for each script of
 * `recorder.py`. Processor time is compared, which other programs disturb less than the clock.
 */
export async function measureRecorder(rounds = 40): Promise<{ scripts: Record<string, number> }> {
  const project = readProject('shop');
  const { pyodide, call } = await hostPython(project.packs);
  call('open_project', JSON.stringify({ project, seed: { size: 500, number: 1 } }));
  const clock = () => {
    const { user, system } = process.threadCpuUsage();
    return user + system;
  };
  const names = pyodide.toPy({ __name__: 'recorder_bench' });
  pyodide.runPython(await readFile(SCRIPT, 'utf8'), { globals: names, filename: SCRIPT });
  const result = names.get('overheads')(rounds, clock);
  return { scripts: result.toJs({ dict_converter: Object.fromEntries }) };
}
