/** `npm run grade -- <slug> [path] [--json]`: a submission judged as the site would judge it. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { counted } from '../evidence/words.ts';
import { type Exercise, gradeRequest } from '../runtime/exercise.ts';
import type { Files } from '../runtime/protocol.ts';
import type { Check, Report } from '../runtime/report.ts';
import { demandEditable, readExercise, readFiles } from './catalog.ts';
import { Fault } from './faults.mjs';
import { createGrader } from './grader.ts';

/** The exit codes that scripts can rely on. */
export const GRADE_EXIT = { passed: 0, failed: 1, notGraded: 2 } as const;

/** @returns an exit code of `GRADE_EXIT`. @throws Fault when there is nothing to grade. */
export async function gradeCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean' } },
  });
  const [slug, path] = positionals;
  if (!slug) {
    throw new Fault(
      'Which exercise is to be graded?',
      'npm run grade -- <slug> [file or folder]; without a path, the starter is graded.',
    );
  }
  const exercise = readExercise(slug);
  const files = path === undefined ? {} : submission(exercise, path);
  const grader = createGrader();
  try {
    const report = await grader.grade(gradeRequest(exercise, files), exercise.limits.grade_seconds);
    const text = values.json ? JSON.stringify(report, null, 2) : readable(report);
    process.stdout.write(`${text}\n`);
    return report.verdict?.passed ? GRADE_EXIT.passed : GRADE_EXIT.failed;
  } finally {
    grader.close();
  }
}

/** A folder laid over the starter, or one file in the place of the editable one of its name. */
function submission(exercise: Exercise, path: string): Files {
  if (!existsSync(path)) throw new Fault(`${path} does not exist.`, 'Name a file or a folder.');
  if (statSync(path).isDirectory()) {
    const files = readFiles(path, (file) => file !== 'why.toml');
    const own = Object.fromEntries(
      Object.entries(files).filter(([file, text]) => exercise.starter[file] !== text),
    );
    demandEditable(exercise, path, own);
    return own;
  }
  const targets = exercise.editable.filter((file) => basename(file) === basename(path));
  const target = targets[0] ?? (exercise.editable.length === 1 ? exercise.editable[0] : undefined);
  if (target === undefined || targets.length > 1) {
    throw new Fault(
      `It is not clear which file ${path} stands for.`,
      `Give it the name of one of ${exercise.editable.join(', ')}, or name a folder.`,
    );
  }
  return { [target]: readFileSync(path, 'utf8') };
}

const SIGNS: Record<Check['status'], string> = { passed: '✓', failed: '✗', skipped: '·' };

/** The report as an author reads it in a terminal. */
export function readable(report: Report): string {
  const lines = [report.verdict?.sentence ?? 'No verdict.'];
  for (const { title, status, message, advice, place, points } of report.checks) {
    const worth = points === null ? '' : ` (${counted(points, 'point')})`;
    lines.push('', `${SIGNS[status]} ${title}${worth}`, `  ${message}`);
    if (place) lines.push(`  at ${place.file}, line ${place.line}`);
    if (advice) lines.push(`  ${advice}`);
  }
  if (report.error?.hint) lines.push('', report.error.hint);
  const output = report.output.map(({ text }) => text).join('');
  if (output.trim()) lines.push('', 'Output:', output.trimEnd());
  return lines.join('\n');
}
