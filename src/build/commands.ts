/** What `npm start`, `npm test` and the others do, by name. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Fault, printFault } from './faults.mjs';
import { servePreview } from './preview.ts';
import { root, runNode } from './processes.ts';
import { basePath, port, siteUrl } from './settings.ts';
import { setUp } from './setup.ts';

const DIST = join(root, 'dist');

/** Each returns the exit code. */
const commands: Record<string, (args: string[]) => Promise<number>> = {
  async start(args) {
    // The compressed copies take a minute and serve nobody on the same machine.
    await setUp(['site']);
    return serve(args);
  },
  async dev() {
    const { develop } = await import('./dev.ts');
    return develop();
  },
  async build() {
    await build();
    return 0;
  },
  preview: serve,
  async test(args) {
    const { test } = await import('./test.ts');
    return test(args);
  },
  /** Exit codes: 0 passed, 1 failed, 2 could not be graded. */
  async grade(args) {
    const { GRADE_EXIT, gradeCommand } = await import('./grade.ts');
    try {
      await setUp(['tables'], { quiet: true });
      return await gradeCommand(args);
    } catch (error) {
      printFault(error, 'grading');
      return GRADE_EXIT.notGraded;
    }
  },
  async 'check:exercises'(args) {
    await setUp(['tables']);
    const { checkCommand } = await import('./check-command.ts');
    return checkCommand(args);
  },
  async new(args) {
    const { newCommand } = await import('./new-exercise.ts');
    return newCommand(args);
  },
  async bench(args) {
    await build();
    const { code } = await runNode('tests/bench/bench.ts', args, { show: true });
    return code;
  },
  async check() {
    const { test } = await import('./test.ts');
    return test(['types']);
  },
  async lint() {
    const { test } = await import('./test.ts');
    return test(['lint']);
  },
  async format() {
    const { format } = await import('./format.ts');
    return format();
  },
};

/** Run one command to its exit code; failures are printed, never thrown. */
export async function main(name: string, args: string[]): Promise<number> {
  try {
    const command = commands[name];
    if (!command) {
      throw new Fault(
        `There is no command "${name}".`,
        `Use one of: ${Object.keys(commands).join(', ')}.`,
      );
    }
    siteUrl();
    return await command(args);
  } catch (error) {
    printFault(error, `running ${name}`);
    return 1;
  }
}

async function build(): Promise<void> {
  await setUp(['compress']);
}

/** Serve a built site until somebody presses Ctrl+C. */
async function serve(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { plain: { type: 'boolean' }, port: { type: 'string' }, folder: { type: 'string' } },
  });
  const wanted = port(values.port ?? process.env.PORT);
  const serving = await servePreview({
    folder: values.folder ?? DIST,
    base: basePath(),
    port: wanted,
    plain: values.plain ?? false,
    ...(process.env.HOST ? { host: process.env.HOST } : {}),
  });
  if (wanted !== 0 && serving.port !== wanted) {
    process.stdout.write(`\nPort ${wanted} is taken, so this uses ${serving.port}.\n`);
  }
  process.stdout.write(`\nBeyond Runserver is at ${serving.url}\nPress Ctrl+C to stop.\n`);
  await new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await serving.close();
  return 0;
}
