import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BadReport, parseReport } from '../../src/runtime/parse-report.ts';

const goldens = globSync('tests/contract/*.json').sort();
const text = (path: string) => readFileSync(path, 'utf8');

/** Some value in a report, by the path to it. */
type Step = string | number;

function changed(source: string, path: readonly Step[], value: unknown): string {
  const report: unknown = JSON.parse(source);
  let owner = report as Record<Step, unknown>;
  for (const step of path.slice(0, -1)) owner = owner[step] as Record<Step, unknown>;
  const last = path.at(-1) ?? '';
  if (value === undefined) delete owner[last];
  else owner[last] = value;
  return JSON.stringify(report);
}

/** The paths to everything in a report. */
function* pathsIn(value: unknown, path: Step[] = []): Generator<Step[]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const step = Array.isArray(value) ? Number(key) : key;
    yield [...path, step];
    yield* pathsIn(inner, [...path, step]);
  }
}

test('there are golden reports', () => expect(goldens.length).toBeGreaterThan(3));

test.each(goldens)('%s is read as it is', (path) => {
  expect(parseReport(text(path))).toEqual(JSON.parse(text(path)));
});

test.each(goldens)('%s without any one of its parts is refused', (path) => {
  const source = text(path);
  const paths = [...pathsIn(JSON.parse(source))].filter((each) => typeof each.at(-1) === 'string');
  expect(paths.length).toBeGreaterThan(20);
  for (const each of paths) {
    expect(() => parseReport(changed(source, each, undefined)), each.join('.')).toThrow(BadReport);
  }
});

test.each(goldens)('%s with anything of another type is refused', (path) => {
  const source = text(path);
  for (const each of pathsIn(JSON.parse(source))) {
    const wrong = changed(source, each, { toString: 'no such thing' });
    expect(() => parseReport(wrong), each.join('.')).toThrow(BadReport);
  }
});

const findings = 'tests/contract/run-with-findings.json';
test.each<[string, Step[], unknown]>([
  ['another version', ['version'], 2],
  ['another kind', ['kind'], 'verdict'],
  ['a negative count', ['query_count'], -1],
  ['a count that is no whole number', ['query_count'], 1.5],
  ['a time that is no number', ['timings', 'run_ms'], null],
  ['a query whose statement is missing', ['queries', 0, 'statement'], 99_999],
  ['a statement whose shape is missing', ['statements', 0, 'shape'], 99_999],
  ['a finding about queries that are not there', ['findings', 0, 'queries'], [99_999]],
])('%s is refused', (_, path, value) => {
  expect(() => parseReport(changed(text(findings), path, value))).toThrow(BadReport);
});

test('what is no text, no JSON, or too long is refused', () => {
  expect(() => parseReport({} as string)).toThrow(BadReport);
  expect(() => parseReport('{"version": 1')).toThrow(/not JSON/);
  expect(() => parseReport(' '.repeat(32_000_001))).toThrow(/too long/);
});

test('keys of its own do not come through', () => {
  const source = changed(text(findings), ['__proto__x'], { admin: true });
  expect(parseReport(source)).not.toHaveProperty('__proto__x');
});
