/** Rewrites the project's files in its own style. */
import { join } from 'node:path';
import { Fault } from './faults.mjs';
import { type Finished, type Running, root, run, runNode } from './processes.ts';
import { setUp } from './setup.ts';

const SNIPPETS = 'content';

/** Ruff, with the settings of our Python for every `.py` file of the project. */
export function ruff(args: readonly string[], options?: Running): Promise<Finished> {
  const program = join(root, '.cache', 'python-tools', 'bin', 'ruff');
  return run(program, [...args, '--config', 'src/python/pyproject.toml'], options);
}

/** Ruff's formatter. Snippets are narrower: a lesson's column has room for no more beside the marks. */
export async function ruffFormat(args: readonly string[], options?: Running): Promise<Finished> {
  const [all, snippets] = [
    await ruff(['format', ...args, '--exclude', SNIPPETS, '.'], options),
    await ruff(['format', ...args, '--line-length', '80', SNIPPETS], options),
  ];
  return { code: all.code || snippets.code, output: `${all.output}\n${snippets.output}` };
}

/** What Biome cannot read yet: MDX, YAML and the prose. */
export const PROSE = ['content/**/*.mdx', '*.md', 'exercises/**/*.md'];

export async function format(): Promise<number> {
  await setUp(['python-tools']);
  const results = [
    await runNode('node_modules/@biomejs/biome/bin/biome', ['check', '--write', '.'], {
      show: true,
    }),
    await runNode(
      'node_modules/prettier/bin/prettier.cjs',
      ['--write', '--log-level=warn', ...PROSE],
      {
        show: true,
      },
    ),
    await ruff(['check', '--fix', '.'], { show: true }),
    await ruffFormat([], { show: true }),
  ];
  if (results.every(({ code }) => code === 0)) return 0;
  throw new Fault(
    'Some files could not be put right.',
    'Mend what is named above, then run npm run format again.',
  );
}
