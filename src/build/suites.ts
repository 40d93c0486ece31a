/** Every kind of test that the project has, each with its own count. */
import { globSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureBrowsers } from './browsers.ts';
import { PROSE, ruff, ruffFormat } from './format.ts';
import { type Finished, root, runNode } from './processes.ts';

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

export interface Suite {
  name: string;
  /** Steps of the plan that it tests or tests with. */
  needs: readonly string[];
  run(args: readonly string[]): Promise<Counts>;
}

const RESULTS = join(root, 'tests', 'output');
const print = (text: string) => process.stdout.write(`${text}\n`);

export const suites: readonly Suite[] = [
  {
    name: 'types',
    needs: ['python-tools', 'assets'],
    run: () =>
      checks([
        ['astro check', () => runNode('node_modules/astro/bin/astro.mjs', ['check'], quiet)],
        ['pyright', pyright],
      ]),
  },
  {
    name: 'lint',
    needs: ['python-tools'],
    run: () =>
      checks([
        [
          'biome',
          () =>
            runNode('node_modules/@biomejs/biome/bin/biome', [
              'ci',
              '--error-on-warnings',
              '--colors=off',
              '.',
            ]),
        ],
        [
          'prettier',
          () => runNode('node_modules/prettier/bin/prettier.cjs', ['--check', ...PROSE]),
        ],
        ['ruff check', () => ruff(['check', '.'])],
        ['ruff format', () => ruffFormat(['--check'])],
      ]),
  },
  { name: 'unit', needs: ['wheels', 'snapshot', 'django-docs'], run: vitest },
  {
    name: 'python',
    needs: ['snapshot', 'assistant'],
    run: (args) => pytest([...globSync('tests/python/**/test_*.py'), ...args]),
  },
  {
    // Every exercise: the starter fails, the solution passes, the wrong ones fail for their reason.
    name: 'exercises',
    needs: ['tables'],
    run: async () => (await import('./check-command.ts')).tellChecks(),
  },
  { name: 'browser', needs: ['compress', 'site-under-path'], run: playwright },
];

const quiet = { env: { ASTRO_TELEMETRY_DISABLED: '1' } };

function pyright(): Promise<Finished> {
  return runNode('node_modules/pyright/index.js', ['--project', 'src/python', '--warnings']);
}

/** Tools that know only right and wrong count as one test each, and are quiet when all is right. */
async function checks(
  list: readonly (readonly [name: string, run: () => Promise<Finished>])[],
): Promise<Counts> {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const [name, check] of list) {
    const { code, output } = await check();
    if (code === 0) counts.passed++;
    else counts.failed++;
    print(code === 0 ? `  ✓ ${name}` : `  ✗ ${name}\n${output.trim()}`);
  }
  return counts;
}

async function vitest(args: readonly string[]): Promise<Counts> {
  const file = join(RESULTS, 'unit.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const config = ['--config', 'tests/vitest.config.ts'];
  const report = await reported(file, () =>
    runNode('node_modules/vitest/vitest.mjs', ['run', ...config, ...reporters, ...args], {
      line: print,
    }),
  );
  const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites } = report;
  return {
    passed: Number(numPassedTests ?? 0),
    // A file that does not even load has no tests, but has failed.
    failed: Number(numFailedTests ?? 0) || Number(numFailedTestSuites ?? 0),
    skipped: Number(numPendingTests ?? 0),
  };
}

async function playwright(args: readonly string[]): Promise<Counts> {
  await ensureBrowsers();
  const file = join(RESULTS, 'browser.json');
  const config = ['--config', 'tests/playwright.config.ts', '--reporter=list,json'];
  const report = await reported(file, () =>
    runNode('node_modules/@playwright/test/cli.js', ['test', ...config, ...args], {
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
      line: print,
    }),
  );
  const stats = (report.stats ?? {}) as Record<string, number | undefined>;
  return {
    passed: (stats.expected ?? 0) + (stats.flaky ?? 0),
    failed: (stats.unexpected ?? 0) + (Array.isArray(report.errors) ? report.errors.length : 0),
    skipped: stats.skipped ?? 0,
  };
}

async function pytest(args: readonly string[]): Promise<Counts> {
  const { code, output } = await runNode('src/build/pytest.ts', args, { line: print });
  const counts = pytestCounts(output);
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** Reads pytest's last line: `2 failed, 130 passed, 1 skipped in 4.20s`. */
export function pytestCounts(output: string): Counts {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const last = output
    .split('\n')
    .filter((line) => / in \d[\d.]*s\b/.test(line))
    .at(-1);
  for (const [, count, word] of last?.matchAll(/(\d+) (passed|failed|errors?|skipped|xfailed)/g) ??
    []) {
    if (word === 'passed') counts.passed += Number(count);
    else if (word === 'failed' || word?.startsWith('error')) counts.failed += Number(count);
    else counts.skipped += Number(count);
  }
  return counts;
}

/** Run a tool that writes a JSON report; one that dies before that has an empty report. */
async function reported(
  file: string,
  tool: () => Promise<Finished>,
): Promise<Record<string, unknown>> {
  await mkdir(RESULTS, { recursive: true });
  await rm(file, { force: true });
  await tool();
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  } catch {
    // No report: nothing passed, which the caller counts as a failure.
    return {};
  }
}
