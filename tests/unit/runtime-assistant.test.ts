import { afterEach, expect, test, vi } from 'vitest';
import { parseAnswer } from '../../src/runtime/answers.ts';
import { type AssistantHost, assistant, type Situation } from '../../src/runtime/assistant.ts';
import type { Interpreter } from '../../src/runtime/interpreter.ts';
import type { Question, WorkerCommand } from '../../src/runtime/protocol.ts';

const SITUATION: Situation = {
  project: { name: 'p', packs: [], files: {}, settings: 's', seeder: 's', tables: null },
  seed: { size: 1, number: 1 },
  files: {},
};
const TIMES = { idle: 60, answer: 40, warm: 40, settle: 30 };
const code = (text: string) => ({ kind: 'complete', path: 'a.py', text, offset: 0 }) as const;
const SCHEMA = { kind: 'schema' } as const;
const offered = (label: string) =>
  `{"answer":[{"label":"${label}","kind":"field","insert":"","replace":0,"detail":"","documentation":""}]}`;

type Assist = Extract<WorkerCommand, { kind: 'assist' }>;
/** What an interpreter answers; undefined when it never does. */
type Play = (command: Assist, number: number) => string | undefined | Promise<string>;

let made: ReturnType<typeof assistant> | null = null;
afterEach(() => made?.end());

function setUp(play: Play, some: Partial<AssistantHost> = {}) {
  const log: string[] = [];
  const loaded: string[] = [];
  let count = 0;
  const host: AssistantHost = {
    async start(_situation, extras): Promise<Interpreter> {
      const number = ++count;
      log.push(`start ${number} ${extras.join('+')}`);
      return {
        ask: (command) =>
          new Promise((resolve) => {
            if (command.kind !== 'assist') return;
            const text = play(command, number);
            if (text !== undefined)
              void Promise.resolve(text).then((it) => resolve({ kind: 'assisted', text: it }));
          }),
        end: () => log.push(`end ${number}`),
      };
    },
    load: async (names) => {
      // Jedi never comes, unless a test brings it.
      if (names.includes('jedi')) await new Promise(() => undefined);
      loaded.push(...names);
    },
    keyOf: ({ files }) => JSON.stringify(files),
    image: () => ({ number: 0, bytes: null }),
    ...some,
  };
  made = assistant(host, TIMES);
  return { ask: made.ask, log, loaded };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const textOf = ({ request }: Assist) => ('text' in request.question ? request.question.text : '');

test('one interpreter answers question after question, and is ended when nobody asks', async () => {
  const { ask, log } = setUp((command) => offered(textOf(command)));
  expect((await ask(SITUATION, code('a')))?.[0]?.label).toBe('a');
  expect((await ask(SITUATION, code('b')))?.[0]?.label).toBe('b');
  expect(log).toEqual(['start 1 assistant']);
  await pause(90);
  expect(log).toEqual(['start 1 assistant', 'end 1']);
  expect((await ask(SITUATION, code('c')))?.[0]?.label).toBe('c');
  expect(log.at(-1)).toBe('start 2 assistant');
});

test('a question that a newer one of its kind has overtaken is answered with nothing', async () => {
  const { ask } = setUp(async (command) => {
    await pause(10);
    return command.request.question.kind === 'complete'
      ? offered(textOf(command))
      : '{"answer":[]}';
  });
  const answers = await Promise.all([
    ask(SITUATION, code('first')),
    ask(SITUATION, code('second')),
    ask(SITUATION, SCHEMA),
    ask(SITUATION, code('third')),
  ]);
  expect(answers.map((it) => (it === null ? null : it.length))).toEqual([1, null, 0, 1]);
});

test('a question that hangs is given up, and the next one gets another interpreter', async () => {
  vi.spyOn(console, 'debug').mockReturnValue();
  const { ask, log } = setUp((command, number) =>
    number === 1 ? undefined : offered(textOf(command)),
  );
  expect(await ask(SITUATION, code('a'))).toBeNull();
  expect(log).toEqual(['start 1 assistant', 'end 1']);
  expect(await ask(SITUATION, code('b'))).toHaveLength(1);
});

test('changed models are loaded once they are left alone, and before for who asks for the schema', async () => {
  const { ask, log } = setUp(() => '{"answer":[]}');
  const changed = (text: string) => ({ ...SITUATION, files: { 'models.py': text } });
  await ask(SITUATION, code(''));
  await ask(changed('1'), code(''));
  await ask(changed('2'), code(''));
  expect(log).toHaveLength(1);
  await pause(40);
  await ask(changed('2'), code(''));
  expect(log.slice(1)).toEqual(['start 2 assistant', 'end 1']);
  await ask(changed('3'), SCHEMA);
  expect(log.slice(3)).toEqual(['start 3 assistant', 'end 2']);
});

test('where Django refuses the models, the project’s own answer', async () => {
  const { ask, log } = setUp((_, number) =>
    number === 1 ? '{"failed":"SyntaxError"}' : offered('x'),
  );
  expect(await ask({ ...SITUATION, files: { 'models.py': 'class' } }, code(''))).toHaveLength(1);
  expect(log).toEqual(['start 1 assistant', 'end 1', 'start 2 assistant']);
});

test('no project, no answer', async () => {
  const { ask } = setUp(() => '', { start: async () => null });
  expect(await ask(SITUATION, code(''))).toBeNull();
});

test('Jedi takes over when it is there, warmed up', async () => {
  const asked: string[] = [];
  const { ask, log } = setUp(
    (command, number) => {
      asked.push(`${number}: ${textOf(command)}`);
      return offered('x');
    },
    { load: async () => undefined },
  );
  await ask(SITUATION, code('a'));
  await pause(20);
  await ask(SITUATION, code('b'));
  expect(log).toEqual(['start 1 assistant', 'start 2 assistant+jedi', 'end 1']);
  expect(asked).toEqual(['1: a', '2: import os\nos.pat', '2: b']);
});

test('the database of a run is sent once to each interpreter', async () => {
  const sent: (number | null)[] = [];
  const bytes = new ArrayBuffer(8);
  const { ask } = setUp(
    ({ image }) => {
      sent.push(image?.byteLength ?? null);
      return '{"answer":[]}';
    },
    { image: () => ({ number: 1, bytes }) },
  );
  await ask(SITUATION, { kind: 'tables', image: true });
  await ask(SITUATION, { kind: 'tables', image: true });
  expect(sent).toEqual([8, null]);
});

test.each([
  ['complete', '{"answer":[{"label":1}]}'],
  ['rows', '{"answer":{"columns":[],"total":1,"from":0,"found":null,"rows":[["x"]]}}'],
  ['tables', '{"answer":[{"table":"t","rows":-1}]}'],
  ['schema', '{"answer":"no"}'],
  ['describe', 'no JSON'],
] satisfies [Question['kind'], string][])(
  'an answer to %s that is none is refused',
  (kind, text) => {
    expect(() => parseAnswer(kind, text)).toThrow();
  },
);
