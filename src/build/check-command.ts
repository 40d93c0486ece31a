import { parseArgs } from 'node:util';
import { checkExercises, type ExerciseCheck } from './check-exercises.ts';
import type { Counts } from './suites.ts';

/** Check the named exercises, or all; a row for each as it is done, and their sum. */
export async function checkCommand(args: string[]): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true });
  const counts = await tellChecks(positionals.length > 0 ? positionals : undefined);
  return counts.failed === 0 ? 0 : 1;
}

/** The same for the suite of tests. */
export async function tellChecks(slugs?: readonly string[]): Promise<Counts> {
  const began = performance.now();
  const checks = await checkExercises(slugs, (check) => print(row(check)));
  const seconds = (performance.now() - began) / 1000;
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, problems } of checks) {
    total.passed += passed;
    total.failed += problems.length;
  }
  const each = checks.length > 0 ? seconds / checks.length : 0;
  print(
    `${checks.length} exercises, ${total.passed} promises kept, ${total.failed} broken, in ${seconds.toFixed(1)} s (${each.toFixed(1)} s each)`,
  );
  return total;
}

function row({ slug, kind, passed, problems, submissions, seconds }: ExerciseCheck): string {
  const sign = problems.length === 0 ? '✓' : '✗';
  const columns = [
    slug.padEnd(34),
    kind.padEnd(11),
    `${submissions} submissions`.padStart(15),
    `${passed} kept`.padStart(9),
    `${seconds.toFixed(1)} s`.padStart(8),
  ];
  return [`  ${sign} ${columns.join('')}`, ...problems.map((each) => `      ${each}`)].join('\n');
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
