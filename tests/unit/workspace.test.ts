import { atom } from 'nanostores';
import { describe, expect, it, test } from 'vitest';
import { embed, type WorkspaceData } from '../../src/components/workspace-data.ts';
import {
  compact,
  heatOf,
  lineMarks,
  outcomeBadge,
  reportBadge,
} from '../../src/components/workspace-marks.ts';
import { createSession, type SessionParts } from '../../src/components/workspace-session.ts';
import { otherFiles, tabFiles } from '../../src/components/workspace-tabs.ts';
import type { Exercise, Form } from '../../src/runtime/exercise.ts';
import type { GradeRequest, RunRequest } from '../../src/runtime/protocol.ts';
import type { Place, Report } from '../../src/runtime/report.ts';
import type { Outcome, Runtime, RuntimeState } from '../../src/runtime/state.ts';
import { nPlusOne } from './evidence-reports.ts';

const report = nPlusOne(50);
const exercise: Exercise = {
  slug: 'demo',
  title: 'Demo',
  kind: 'queries',
  show: null,
  support: {},
  mistakes: [],
  phase: 'orm',
  topics: [],
  difficulty: 1,
  minutes: 5,
  project: {
    name: 'shop',
    packs: [],
    files: {},
    settings: 'config.settings',
    seeder: 'a:b',
    tables: null,
  },
  seed: { size: 10, number: 1 },
  grows: 'orders',
  entry: 'main.py',
  editable: ['report.py'],
  read_only: ['main.py'],
  fails_at: 'Asks once',
  limits: { run_seconds: 10, grade_seconds: 30 },
  hints: [],
  form: { kind: 'code' },
  starter: { 'report.py': 'starter', 'main.py': 'main' },
  solution: { 'report.py': 'solved', 'main.py': 'main' },
  checks: 'checks',
  version: 'v1',
};

function at(file: string, line: number): Place {
  return { file, line, scope: '<module>' };
}

function withStacks(...stacks: Place[][]): Report {
  const [query] = report.queries;
  if (!query) throw new Error('the report has no query');
  return { ...report, queries: stacks.map((stack) => ({ ...query, stack, duration_ms: 2 })) };
}

/** A runtime that answers when told to. */
function fakeRuntime() {
  const asked: { request: RunRequest | GradeRequest; seconds: number }[] = [];
  const answers: ((outcome: Outcome) => void)[] = [];
  const ask = (request: RunRequest | GradeRequest, seconds: number) => {
    asked.push({ request, seconds });
    return new Promise<Outcome>((resolve) => answers.push(resolve));
  };
  const runtime: Runtime = {
    $state: atom<RuntimeState>({ kind: 'ready' }),
    warm: () => {},
    open: () => {},
    run: ask,
    grade: ask,
    assist: async () => null,
    $image: atom(0),
    stop: () => answers.at(-1)?.({ kind: 'stopped' }),
    measure: ask,
  };
  return { runtime, asked, answer: (outcome: Outcome) => answers.at(-1)?.(outcome) };
}

function opened(some: Partial<SessionParts> = {}) {
  const fake = fakeRuntime();
  const graded: Report[] = [];
  const session = createSession({
    exercise,
    recorded: report,
    runtime: fake.runtime,
    files: () => ({ 'report.py': 'mine' }),
    mayRun: () => true,
    graded: (each) => graded.push(each),
    ...some,
  });
  return { ...fake, session, graded };
}

test('a result is of the files that were run, whatever is typed meanwhile', async () => {
  let files = { 'report.py': 'before' };
  const { session, answer } = opened({ files: () => files });
  const check = session.check();
  files = { 'report.py': 'after' };
  answer({ kind: 'report', report });
  await check;
  expect(session.$result.get()).toMatchObject({
    what: 'grading',
    files: { 'report.py': 'before' },
  });
});

test('the recorded result stands until the first live one', async () => {
  const { session, answer } = opened();
  expect(session.$result.get().kind).toBe('recorded');
  const run = session.run();
  answer({ kind: 'report', report });
  await run;
  expect(session.$result.get()).toEqual({
    kind: 'live',
    what: 'run',
    files: { 'report.py': 'mine' },
    outcome: { kind: 'report', report },
  });
});

test('nothing stands there where the recorded result would tell', () => {
  expect(opened({ recorded: null }).session.$result.get()).toEqual({ kind: 'none' });
});

test('who is to predict cannot run, but can check', async () => {
  const { session, asked } = opened({ mayRun: () => false });
  await session.run();
  expect(asked).toEqual([]);
  void session.check();
  expect(asked).toHaveLength(1);
});

test("a run takes the learner's text and the files that are not theirs to edit", async () => {
  const { session, asked } = opened();
  void session.run();
  expect(asked).toMatchObject([
    { seconds: 10, request: { files: { 'report.py': 'mine', 'main.py': 'main' } } },
  ]);
});

test('a check brings the checks and the solution, and its own time', () => {
  const { session, asked } = opened();
  void session.check();
  expect(asked).toMatchObject([
    { seconds: 30, request: { checks: 'checks', solution: { 'report.py': 'solved' } } },
  ]);
});

test('only one thing runs at a time', async () => {
  const { session, asked, answer } = opened();
  const run = session.run();
  void session.check();
  expect(asked).toHaveLength(1);
  expect(session.$activity.get()).toEqual({ kind: 'busy', what: 'run' });
  answer({ kind: 'timed_out', seconds: 10 });
  await run;
  expect(session.$activity.get()).toEqual({ kind: 'idle' });
});

test('stopping ends it and leaves no attempt behind', async () => {
  const { session, graded } = opened();
  const check = session.check();
  session.stop();
  await check;
  expect(session.$result.get()).toMatchObject({ outcome: { kind: 'stopped' } });
  expect(graded).toEqual([]);
});

test('checks are told to the progress, runs are not', async () => {
  const { session, answer, graded } = opened();
  const run = session.run();
  answer({ kind: 'report', report });
  await run;
  const check = session.check();
  answer({ kind: 'report', report });
  await check;
  expect(graded).toEqual([report]);
});

test('queries are counted at their lines', () => {
  expect(
    lineMarks(report, ['slow.py']).map(({ line, label }) => [line, label.split(' · ')[0]]),
  ).toEqual([
    [6, '1 query'],
    [8, '50 queries'],
  ]);
});

test('only lines that a finding names are costly', () => {
  expect(lineMarks(report, ['slow.py']).map(({ line, kind }) => [line, kind])).toEqual([
    [6, 'query'],
    [8, 'cost'],
  ]);
});

test('a query from a file without a tab belongs to the nearest line that led to it', () => {
  const marks = lineMarks(
    withStacks([at('shop/models.py', 3), at('report.py', 7), at('main.py', 1)]),
    ['report.py', 'main.py'],
  );
  expect(marks).toMatchObject([{ file: 'report.py', line: 7, label: '1 query · 2.0 ms' }]);
});

test('a query that no shown line caused marks nothing', () => {
  expect(lineMarks(withStacks([], [at('shop/models.py', 3)]), ['report.py'])).toEqual([]);
});

test('the margin has the count, the mark the SQL of a few shapes', () => {
  const loop = lineMarks(report, ['slow.py']).find(({ line }) => line === 8);
  expect(loop).toMatchObject({ sign: '50×', heat: 2, others: 0 });
  expect(loop?.statements).toHaveLength(1);
  expect(loop?.statements?.[0]?.note).toMatch(/^50 queries · /);
  expect(loop?.statements?.[0]?.sql).toContain('SELECT');
});

test.each([
  [1, 0],
  [2, 1],
  [10, 2],
  [124, 3],
  [4000, 4],
])('%i times is step %i', (repeats, heat) => {
  expect(heatOf(repeats)).toBe(heat);
});

test.each([
  [7, '7'],
  [999, '999'],
  [1000, '1k'],
  [1290, '1.2k'],
  [12_900, '12k'],
])('%i fits into the margin as %s', (count, text) => {
  expect(compact(count)).toBe(text);
});

test("an error marks the last line of the learner's", () => {
  const error = {
    type: 'FieldError',
    message: '',
    frames: [
      { ...at('main.py', 1), source: '' },
      { ...at('report.py', 4), source: '' },
      { ...at('shop/models.py', 9), source: '' },
    ],
    hint: null,
    causes: [],
  };
  const marks = lineMarks({ ...withStacks(), error }, ['report.py', 'main.py']);
  expect(marks).toMatchObject([{ file: 'report.py', line: 4, kind: 'error', label: 'FieldError' }]);
  const told = { ...error, message: 'no such field', hint: 'Did you mean `note`?' };
  const [mark] = lineMarks({ ...withStacks(), error: told }, ['report.py', 'main.py']);
  expect(mark?.message).toBe('FieldError: no such field\n\nDid you mean note?');
});

const check = {
  title: '',
  status: 'failed',
  message: '',
  place: null,
  measured: null,
  advice: null,
  points: null,
} as const;

test.each([
  [report, '51'],
  [{ ...report, verdict: { passed: true, sentence: '' } }, 'passed'],
  [{ ...report, checks: [check, { ...check, status: 'passed' as const }] }, '1 to go'],
])('the badge of a report says %#', (each, text) => {
  expect(reportBadge(each).text).toBe(text);
});

test('every end of a run has its badge', () => {
  expect(outcomeBadge({ kind: 'stopped' }).text).toBe('stopped');
  expect(outcomeBadge({ kind: 'timed_out', seconds: 10 }).text).toBe('too long');
  expect(outcomeBadge({ kind: 'report', report }).text).toBe('51');
});

test('embedded data cannot end its script', () => {
  const data: WorkspaceData = {
    exercise: { ...exercise, title: '</script><script>alert(1)</script>' },
    recorded: report,
    editor: {
      script: '',
      style: '',
      worker: '',
      light: { script: '', style: '' },
      colors: '',
      ruff: { worker: '', wasm: '', bytes: 0, packed: 0 },
    },
  };
  expect(embed(data)).not.toContain('<');
  expect(JSON.parse(embed(data))).toEqual(data);
});

describe('the tabs', () => {
  const paths = (some: Partial<Exercise>) =>
    tabFiles({ ...exercise, ...some }).map(({ path }) => path);
  const answered = {
    editable: ['answers.toml'],
    read_only: ['report.py', 'main.py'],
    starter: { ...exercise.starter, 'answers.toml': '' },
    project: { ...exercise.project, files: { 'shop/models.py': 'models', 'shop/seed.py': 'seed' } },
  };
  const review: Form = { kind: 'review', reasons: [], files: ['shop/models.py', 'report.py'] };

  it('begin with what is edited', () => {
    expect(paths({})).toEqual(['report.py', 'main.py']);
  });

  it('end with the answer where a form asks for it', () => {
    const form: Form = { kind: 'predict', questions: [] };
    expect(paths({ ...answered, form })).toEqual(['report.py', 'main.py', 'answers.toml']);
  });

  it('begin with the files under review, those of the project too', () => {
    const work = { ...exercise, ...answered, form: review };
    expect(tabFiles(work)).toEqual([
      { path: 'shop/models.py', text: 'models', readOnly: true },
      { path: 'report.py', text: 'starter', readOnly: true },
      { path: 'main.py', text: 'main', readOnly: true },
      { path: 'answers.toml', text: '', readOnly: false },
    ]);
    expect(otherFiles(work).map(({ path }) => path)).toEqual(['shop/seed.py']);
  });
});
