import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Exercise } from '../runtime/exercise.ts';
import { exerciseFolder } from './catalog.ts';

/** What may lie in the folder of an exercise. */
const FILES = ['exercise.toml', 'task.md', 'why.md', 'checks.py'];
const FOLDERS = ['starter', 'solution', 'project', 'support', 'wrong', 'also-right'];
const LEAST_WRONG = 3;

/** What is stray or missing in the folder of an exercise, in words; its manifest is sound already. */
export function strayProblems({ slug, starter }: Exercise): string[] {
  const folder = exerciseFolder(slug);
  const problems: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const known = entry.isDirectory() ? FOLDERS : FILES;
    if (!known.includes(entry.name)) problems.push(`${entry.name} is stray: nothing reads it`);
  }
  for (const file of ['task.md', 'why.md']) {
    const path = join(folder, file);
    if (!existsSync(path) || readFileSync(path, 'utf8').trim() === '') {
      problems.push(`${file} is missing`);
    }
  }
  const solution = join(folder, 'solution');
  for (const file of filesBelow(solution)) {
    if (!(file in starter)) problems.push(`solution/${file} has no counterpart in starter/`);
  }
  const wrong = existsSync(join(folder, 'wrong')) ? readdirSync(join(folder, 'wrong')).length : 0;
  if (wrong < LEAST_WRONG) problems.push(`wrong/ holds ${wrong}, and ${LEAST_WRONG} are the least`);
  return problems;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('__pycache__'))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}
