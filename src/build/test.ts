/** `npm test`: all set-up, every suite, and one line that sums them up. */
import { explain, Fault } from './faults.mjs';
import { setUp } from './setup.ts';
import { type Counts, type Suite, suites } from './suites.ts';

/** Run all suites, or only those named: `npm test -- unit python`. */
export async function test(args: readonly string[]): Promise<number> {
  const names = args.filter((arg) => !arg.startsWith('-'));
  const options = args.filter((arg) => arg.startsWith('-'));
  const unknown = names.find((name) => !suites.some((suite) => suite.name === name));
  if (unknown) {
    const known = suites.map(({ name }) => name).join(', ');
    throw new Fault(`There is no test suite "${unknown}".`, `Use one or more of: ${known}.`);
  }
  const chosen = suites.filter(({ name }) => names.length === 0 || names.includes(name));
  await setUp(chosen.flatMap(({ needs }) => needs));

  const results: { suite: Suite; counts: Counts; seconds: number }[] = [];
  for (const suite of chosen) {
    process.stdout.write(`\n${suite.name}\n`);
    const began = performance.now();
    const counts = await perform(suite, options);
    results.push({ suite, counts, seconds: (performance.now() - began) / 1000 });
  }

  process.stdout.write('\n');
  for (const { suite, counts, seconds } of results) {
    process.stdout.write(`${suite.name.padEnd(10)}${sentence(counts)} (${seconds.toFixed(1)} s)\n`);
  }
  const total = sum(results.map(({ counts }) => counts));
  process.stdout.write(`${sentence(total)}\n`);
  return total.failed === 0 ? 0 : 1;
}

/** A suite that cannot run, or in which nothing ran, has failed. */
async function perform(suite: Suite, options: readonly string[]): Promise<Counts> {
  try {
    const counts = await suite.run(options);
    if (counts.passed + counts.failed > 0) return counts;
    process.stdout.write(`No test ran in the suite "${suite.name}".\n`);
    return { ...counts, failed: 1 };
  } catch (error) {
    const { happened, remedy } = explain(error, `running the ${suite.name} tests`);
    process.stdout.write(`${happened}\n${remedy}\n`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

export function sum(all: readonly Counts[]): Counts {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of all) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  return total;
}

export function sentence({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
