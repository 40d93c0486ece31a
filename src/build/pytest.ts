/**
 * `node src/build/pytest.ts [file or folder, options...]`: our Python tests, inside Pyodide, so that the
 * interpreter, Django and our own package are the shipped ones. Each test file gets a Python of its own,
 * as each run of a learner does: two files may open two projects. A file whose first line is
 * `# packs: celery extras` has those packs too.
 */
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { hostPython } from './host-python.ts';
import { type Counts, pytestCounts } from './suites.ts';

/** What every test file has, besides what each interpreter has. */
const PACKS = ['drf', 'pytest'];

const FIXED = [
  '--config-file=/repo/src/python/pyproject.toml',
  '--rootdir=/repo',
  '-pno:cacheprovider',
  '-pno:faulthandler',
];

const args = process.argv.slice(2);
const named = args.filter((arg) => !arg.startsWith('-'));
const options = args.filter((arg) => arg.startsWith('-'));
const files = (named.length > 0 ? named : ['tests/python']).flatMap((path) =>
  statSync(path.split('::')[0] ?? path).isDirectory()
    ? globSync('**/test_*.py', { cwd: path })
        .sort()
        .map((file) => join(path, file))
    : [path],
);

const started = performance.now();
const totals: Counts = { passed: 0, failed: 0, skipped: 0 };
let worst = 0;
for (const file of files) {
  const { code, counts } = await runFile(file);
  worst = Math.max(worst, code);
  totals.passed += counts.passed;
  totals.failed += counts.failed;
  totals.skipped += counts.skipped;
}
const seconds = ((performance.now() - started) / 1000).toFixed(2);
const words = Object.entries(totals).map(([word, count]) => `${count} ${word}`);
console.log(`${words.join(', ')} in ${seconds}s`);
process.exit(worst);

async function runFile(file: string): Promise<{ code: number; counts: Counts }> {
  const { pyodide } = await hostPython([...PACKS, ...packsOf(file)], {
    core: true,
    prepare: (fs) => {
      fs.mkdirTree('/repo');
      fs.mount(fs.filesystems.NODEFS, { root: process.cwd() }, '/repo');
    },
  });
  let output = '';
  pyodide.setStdout({
    batched: (line) => {
      console.log(line);
      output += `${line}\n`;
    },
  });
  pyodide.pyimport('os').chdir('/repo');
  const exit = pyodide.pyimport('pytest').main(pyodide.toPy([...FIXED, ...options, file]));
  return { code: Number(exit), counts: pytestCounts(output) };
}

/** The packs that a test file asks for in its first line. */
function packsOf(file: string): string[] {
  const [first = ''] = readFileSync(file.split('::')[0] ?? file, 'utf8').split('\n', 1);
  return /^# packs: (.+)$/.exec(first)?.[1]?.split(' ') ?? [];
}
