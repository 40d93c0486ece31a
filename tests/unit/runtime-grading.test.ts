import { expect, test } from 'vitest';
import { type GradingHost, grade, gradingMemory } from '../../src/runtime/grading.ts';
import { type Interpreter, InterpreterLost } from '../../src/runtime/interpreter.ts';
import { lanes } from '../../src/runtime/lanes.ts';
import type {
  GradeRequest,
  JudgeRequest,
  Probe,
  ProbeRequest,
  WorkerCommand,
  WorkerEvent,
} from '../../src/runtime/protocol.ts';

const REQUEST: GradeRequest = {
  project: { name: 'p', packs: [], files: {}, settings: 's', seeder: 's', tables: null },
  seed: { size: 1, number: 1 },
  files: { 'a.py': 'mine' },
  entry: '',
  checks: 'the checks',
  support: {},
  shift: 0,
  solution: { 'a.py': 'right' },
  mistakes: [],
};
const probe = (kind: string, compare: boolean): Probe => ({
  kind,
  params: {},
  opened: true,
  compare,
});

interface Stage {
  probes?: Probe[];
  /** What a subject answers; the default claims its own files. */
  perform?: (request: ProbeRequest) => Promise<WorkerEvent>;
  lane?: number;
}

/** A host whose judge says what it was given, and whose interpreters are counted. */
function host({ probes = [probe('one', true), probe('two', false)], perform, lane = 2 }: Stage) {
  const seen = { started: 0, ended: 0, plans: 0, most: 0, judged: [] as JudgeRequest[] };
  const start = (ask: (command: WorkerCommand) => Promise<WorkerEvent>): Promise<Interpreter> => {
    seen.started++;
    let alive = true;
    seen.most = Math.max(seen.most, seen.started - seen.ended);
    return Promise.resolve({
      ask,
      end: () => {
        if (alive) seen.ended++;
        alive = false;
      },
    });
  };
  const claim = async ({ files, probe }: ProbeRequest): Promise<WorkerEvent> => ({
    kind: 'claim',
    text: `${probe.kind} ${files['a.py']}`,
    reads: { arrange: 0, perform: 0, collect: 0 },
  });
  const made: GradingHost = {
    memory: gradingMemory(),
    lane: lanes(lane),
    judge: () =>
      start(async (command) => {
        if (command.kind === 'plan') {
          seen.plans++;
          return { kind: 'plan', text: JSON.stringify(probes) };
        }
        if (command.kind === 'judge') seen.judged.push(command.request);
        return { kind: 'report', text: 'the report' };
      }),
    subject: () =>
      start((command) => {
        if (command.kind !== 'probe') throw new Error(command.kind);
        return (perform ?? claim)(command.request);
      }),
  };
  return { made, seen };
}

const texts = (endings: JudgeRequest['solution']) =>
  endings.map((ending) => (ending?.kind === 'claim' ? ending.text : (ending?.kind ?? null)));

test('each probe has an interpreter of its own, and the judge is one that ran none', async () => {
  const { made, seen } = host({});
  expect(await grade(REQUEST, made, 1).report).toBe('the report');
  expect(texts(seen.judged[0]?.endings ?? [])).toEqual(['one mine', 'two mine']);
  expect(texts(seen.judged[0]?.solution ?? [])).toEqual(['one right', null]);
  // The judge, two probes, and the solution where it is compared.
  expect(seen.started).toBe(4);
  expect(seen.ended).toBe(4);
});

test('plan and solution are remembered, and a submission never is', async () => {
  const { made, seen } = host({});
  await grade(REQUEST, made, 1).report;
  await grade({ ...REQUEST, files: { 'a.py': 'other' } }, made, 1).report;
  expect(seen.plans).toBe(1);
  expect(seen.started).toBe(4 + 3);
  expect(texts(seen.judged[1]?.endings ?? [])).toEqual(['one other', 'two other']);
  await grade({ ...REQUEST, checks: 'other checks' }, made, 1).report;
  expect(seen.plans).toBe(2);
  await grade({ ...REQUEST, solution: { 'a.py': 'better' } }, made, 1).report;
  expect(texts(seen.judged[3]?.solution ?? [])).toEqual(['one better', null]);
});

test('an interpreter that dies is an answer', async () => {
  const { made, seen } = host({
    perform: async ({ files }) => {
      if (files['a.py'] === 'mine') throw new InterpreterLost('Exit: 0\n  at somewhere');
      return { kind: 'claim', text: '', reads: { arrange: 0, perform: 0, collect: 0 } };
    },
  });
  await grade(REQUEST, made, 1).report;
  expect(seen.judged[0]?.endings).toEqual([
    { kind: 'lost', message: 'Exit: 0' },
    { kind: 'lost', message: 'Exit: 0' },
  ]);
  expect(seen.ended).toBe(seen.started);
});

test('one that is not done in time is ended, and that is an answer', async () => {
  const { made, seen } = host({
    probes: [probe('one', false)],
    perform: () => new Promise(() => undefined),
  });
  await grade(REQUEST, made, 0.02).report;
  expect(seen.judged[0]?.endings).toEqual([{ kind: 'timed_out', seconds: 0.02 }]);
  expect(seen.ended).toBe(seen.started);
});

test('a broken exercise is no verdict', async () => {
  const { made, seen } = host({
    perform: async () => {
      throw new InterpreterLost('AuthorsFault: the seeder is missing');
    },
  });
  await expect(grade(REQUEST, made, 1).report).rejects.toThrow('the seeder is missing');
  await Promise.resolve();
  expect(seen.judged).toEqual([]);
});

test('stopping ends what runs, and the next grading starts afresh', async () => {
  let hang = true;
  const { made, seen } = host({
    perform: async ({ files }) => {
      if (hang) await new Promise(() => undefined);
      return {
        kind: 'claim',
        text: `late ${files['a.py']}`,
        reads: { arrange: 0, perform: 0, collect: 0 },
      };
    },
  });
  const grading = grade(REQUEST, made, 60);
  await new Promise((resolve) => setTimeout(resolve, 10));
  grading.stop();
  await expect(grading.report).rejects.toThrow('stopped');
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(seen.ended).toBe(seen.started);
  hang = false;
  await grade(REQUEST, made, 60).report;
  expect(texts(seen.judged[0]?.solution ?? [])).toEqual(['late right', null]);
});

test('no more probes run at a time than there are lanes', async () => {
  const { made, seen } = host({
    probes: Array.from({ length: 8 }, (_, index) => probe(`p${index}`, true)),
    perform: async () => {
      await new Promise((resolve) => setTimeout(resolve, 2));
      return { kind: 'claim', text: '', reads: { arrange: 0, perform: 0, collect: 0 } };
    },
    lane: 3,
  });
  await grade(REQUEST, made, 1).report;
  // The judge is one more.
  expect(seen.most).toBe(4);
  expect(seen.started).toBe(17);
});

test('neither checks nor solution are handed to where a submission runs', async () => {
  const keys = new Set<string>();
  const { made } = host({
    perform: async (request) => {
      for (const key of Object.keys(request)) keys.add(key);
      return { kind: 'claim', text: '', reads: { arrange: 0, perform: 0, collect: 0 } };
    },
  });
  await grade(REQUEST, made, 1).report;
  expect([...keys].sort()).toEqual(['entry', 'files', 'probe', 'project', 'seed', 'support']);
});

test('a solution that once ended badly is tried again', async () => {
  let slow = true;
  const { made, seen } = host({
    probes: [probe('one', true)],
    perform: async ({ files }) => {
      if (slow && files['a.py'] === 'right') throw new InterpreterLost('a slow moment');
      return {
        kind: 'claim',
        text: `${files['a.py']}`,
        reads: { arrange: 0, perform: 0, collect: 0 },
      };
    },
  });
  await grade(REQUEST, made, 1).report;
  slow = false;
  await grade(REQUEST, made, 1).report;
  expect(texts(seen.judged[0]?.solution ?? [])).toEqual(['lost']);
  expect(texts(seen.judged[1]?.solution ?? [])).toEqual(['right']);
});

test('probes that wait for their turn when it is stopped start no interpreter', async () => {
  const { made, seen } = host({
    probes: Array.from({ length: 6 }, (_, index) => probe(`p${index}`, false)),
    perform: () => new Promise(() => undefined),
    lane: 2,
  });
  const grading = grade(REQUEST, made, 60);
  await new Promise((resolve) => setTimeout(resolve, 5));
  grading.stop();
  await expect(grading.report).rejects.toThrow('stopped');
  await new Promise((resolve) => setTimeout(resolve, 5));
  // The judge, and one for each lane.
  expect(seen.started).toBe(3);
});
