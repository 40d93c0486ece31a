/**
 * `npm run bench`: what the runtime costs a visitor, beside what it replaces, in one run on one machine.
 * Prints a table and keeps the numbers in `tests/bench/results.json`. Budgets are ratios and bytes; a
 * budget that is missed is marked and makes the exit code 1.
 */
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { servePreview } from '../../src/build/preview.ts';
import { root } from '../../src/build/processes.ts';
import { replaceFile } from '../../src/build/staging.ts';
import { type Line, launch, type Wire } from './browser.ts';
import { timeOpening, timeTyping } from './interaction.ts';
import { weighMemory } from './memory.ts';
import { timeNative } from './native.ts';
import { timeNativeCalls, timeNativeTests } from './native-grading.ts';
import { measurePanel } from './panel.ts';
import { servePlainRecipe } from './plain-recipe.ts';
import { measureRecorder } from './recorder.ts';
import { median } from './statistics.ts';
import { type Row, table } from './table.ts';
import * as visits from './visits.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
const rounds = Number(values.rounds);

const LINES: Record<string, Line> = {
  '10 Mbit/s': { megabits: 10, latency: 40 },
  '100 Mbit/s': { megabits: 100, latency: 20 },
};

const say = (text: string) => process.stderr.write(`  ${text} ...\n`);
const total = (wire: Wire) => [...wire.values()].reduce((sum, bytes) => sum + bytes, 0);
const repeat = async (measure: () => Promise<number>) => {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) times.push(await measure());
  return median(times);
};

const site = await servePreview({ folder: join(root, 'dist'), base: '/', port: 0 });
const recipe = await servePlainRecipe();
const browser = await launch();
const rows: Row[] = [];

say('the same script natively');
const native = await timeNative(300, 7);
say('warm runs');
const warm = median(await visits.timeWarmRuns(browser, site.url, 10));
rows.push({
  what: 'Run to report, Python ready, N+1 over 300 rows (median of 10)',
  measured: `${ms(warm)}; ${native.versions}: ${ms(native.milliseconds)}`,
  ratio: warm / native.milliseconds,
  target: 0.4,
});

say('gradings');
const calls = median(await visits.timeWarmChecks(browser, site.url, 'n-plus-one', 10));
const nativeCalls = await timeNativeCalls([
  [30, 4021],
  [120, 977],
]);
rows.push({
  what: 'Check to verdict, warm: queries at two sizes of data (median of 10)',
  measured: `${ms(calls)}; natively: ${ms(nativeCalls)}`,
  bytes: calls,
  target: 1000,
});
const suites = median(await visits.timeWarmChecks(browser, site.url, 'tests-that-can-fail', 5));
const nativeSuites = await timeNativeTests();
rows.push({
  what: 'Check to verdict, warm: tests against five mutants and two right versions (median of 5)',
  measured: `${ms(suites)}; natively: ${ms(nativeSuites)}`,
  bytes: suites,
  target: 2500,
});

say('first visits');
const plain = await repeat(() => visits.timePlainRecipe(browser, recipe.url));
const first = await repeat(
  async () => (await visits.timeFirstVisit(browser, site.url, 'auto')).milliseconds,
);
rows.push({
  what: 'First visit, Run to report, empty cache, local server',
  measured: `${ms(first)}; the plain recipe: ${ms(plain)}`,
  ratio: first / plain,
  target: 0.5,
});
for (const way of ['built', 'shipped'] as const) {
  const time = await repeat(
    async () => (await visits.timeFirstVisit(browser, site.url, way)).milliseconds,
  );
  rows.push({ what: `The same, snapshot ${way}`, measured: ms(time) });
}
for (const [name, line] of Object.entries(LINES)) {
  say(`first visits at ${name}`);
  const times: Record<string, number> = {};
  let taken = '';
  for (const way of ['built', 'shipped', 'auto'] as const) {
    const visit = await visits.timeFirstVisit(browser, site.url, way, line);
    times[way] = visit.milliseconds;
    taken = visit.way;
  }
  const { built = 0, shipped = 0, auto = 0 } = times;
  rows.push({
    what: `First visit at ${name}: built, shipped, the automatic choice`,
    measured: `${ms(built)}, ${ms(shipped)}, ${ms(auto)} (${taken})`,
  });
}

say('bytes over the wire');
const parts: Record<string, Record<string, number>> = {};
for (const [way, target] of [
  ['built', 9e6],
  ['shipped', 14e6],
] as const) {
  const wire = await visits.weighFirstReport(browser, site.url, way);
  parts[way] = Object.fromEntries([...wire].sort(([, a], [, b]) => b - a));
  rows.push({
    what: `Bytes until the first report, exercise page, snapshot ${way}`,
    measured: mb(total(wire)),
    bytes: total(wire),
    target,
  });
}
const lesson = await visits.weighLesson(browser, site.url);
parts.lesson = Object.fromEntries(lesson.wire);
rows.push({
  what: 'Lesson before any interest, compressed JavaScript',
  measured: `${(lesson.scripts / 1000).toFixed(1)} kB`,
  bytes: lesson.scripts,
  target: 10_000,
});

say('Stop');
const stop = await visits.timeStop(browser, site.url);
rows.push({
  what: 'Stop on an endless loop, until ready again',
  measured: ms(stop),
  bytes: stop,
  target: 500,
});

say('interaction');
const opening = await repeat(() => timeOpening(browser, site.url, 10_000));
rows.push({
  what: 'A report of 10,000 queries, from its text to the painted panel',
  measured: ms(opening),
  bytes: opening,
  target: 300,
});
const typing = await repeat(() => timeTyping(browser, site.url, 1_000));
rows.push({
  what: 'Typing beside a result of 1,000 queries, the longest interaction to next paint',
  measured: ms(typing),
  bytes: typing,
  target: 100,
});
const filter = await measurePanel(browser, 1000);
rows.push({
  what: 'The slowest key in the filter of 1,000 queries, until painted',
  measured: ms(filter.key_ms),
  bytes: filter.key_ms,
  target: 100,
});
await browser.close();

say('memory');
const fresh = await launch();
const memory = await weighMemory(fresh, site.url);
await fresh.close();
if (memory !== null) {
  rows.push({
    what: 'Memory of the exercise page with one spare',
    measured: `${memory.toFixed(0)} MB`,
    bytes: memory,
    target: 400,
  });
}

say('recording');
for (const [script, percent] of Object.entries((await measureRecorder()).scripts)) {
  rows.push({
    what: `What recording adds to a run that only queries: ${script}`,
    measured: `${percent.toFixed(1)}%`,
    ratio: percent / 100,
    target: 0.1,
  });
}

await site.close();
recipe.close();
const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Chromium ${browser.version()}`;
console.log(`\n${machine}\n\n${table(rows)}`);
await replaceFile(
  join(root, 'tests/bench/results.json'),
  `${JSON.stringify({ machine, native, rows, parts }, null, 2)}\n`,
);
process.exitCode = rows.every(
  ({ ratio, bytes, target }) => target === undefined || (ratio ?? bytes ?? 0) <= target,
)
  ? 0
  : 1;

function ms(value: number): string {
  return value < 1000 ? `${value.toFixed(0)} ms` : `${(value / 1000).toFixed(2)} s`;
}

function mb(value: number): string {
  return `${(value / 1e6).toFixed(2)} MB`;
}
