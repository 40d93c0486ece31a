import { afterEach, expect, test } from 'vitest';
import { describe as describeFault } from '../../src/runtime/faults.ts';
import { InterpreterLost, startInterpreter } from '../../src/runtime/interpreter.ts';
import { BadReport } from '../../src/runtime/parse-report.ts';
import { type FakeFrame, fakeFrame, type Play } from './runtime-fake.ts';

const NOTHING = { kind: 'nothing' } as const;
const WARM = { kind: 'warm' } as const;
let frame: FakeFrame | null = null;
afterEach(() => frame?.close());

function frameOf(play: Play): FakeFrame {
  frame = fakeFrame(play);
  return frame;
}

/** Whether the promise settles soon; a pending one says `pending`. */
function soon<T>(promise: Promise<T>): Promise<T | 'pending'> {
  const later = new Promise<'pending'>((resolve) => setTimeout(() => resolve('pending'), 30));
  return Promise.race([promise, later]);
}

test('it is up once the worker says so, and answers one command after the other', async () => {
  let asked = 0;
  const interpreter = await startInterpreter(
    frameOf((command) => (command ? { kind: 'report', text: String(++asked) } : { kind: 'done' })),
    NOTHING,
  );
  expect(await interpreter.ask(WARM)).toEqual({ kind: 'report', text: '1' });
  expect(await interpreter.ask(WARM)).toEqual({ kind: 'report', text: '2' });
});

test('a worker that does not come up is lost, and ended', async () => {
  const broken = frameOf(() => ({
    kind: 'failed',
    name: 'E',
    message: 'does not fit',
    stack: 's',
  }));
  await expect(startInterpreter(broken, NOTHING)).rejects.toThrow(/E: does not fit/);
  expect(broken.ended).toEqual([...broken.started.keys()]);
  expect(broken.listeners.size).toBe(0);
});

test('a failure while it works loses it, and so does every later question', async () => {
  const interpreter = await startInterpreter(
    frameOf((command) =>
      command
        ? { kind: 'failed', name: 'RangeError', message: 'stack', stack: '' }
        : { kind: 'done' },
    ),
    NOTHING,
  );
  await expect(interpreter.ask(WARM)).rejects.toThrow(InterpreterLost);
  await expect(interpreter.ask(WARM)).rejects.toThrow(/RangeError: stack/);
});

test('a worker that the frame reports as gone is lost, and no other one', async () => {
  const two = frameOf((command) => (command ? null : { kind: 'done' }));
  const [first, second] = [
    await startInterpreter(two, NOTHING),
    await startInterpreter(two, NOTHING),
  ];
  const [firstId = 0] = two.started.keys();
  const answers = [first.ask(WARM), second.ask(WARM)] as const;
  two.lose(firstId, 'out of memory');
  await expect(answers[0]).rejects.toThrow('out of memory');
  expect(await soon(answers[1])).toBe('pending');
});

test('the end of it terminates the worker and leaves a pending question open', async () => {
  const silent = frameOf((command) => (command ? null : { kind: 'done' }));
  const interpreter = await startInterpreter(silent, NOTHING);
  const answer = interpreter.ask(WARM);
  interpreter.end();
  expect(silent.ended).toEqual([...silent.started.keys()]);
  expect(silent.listeners.size).toBe(0);
  expect(await soon(answer)).toBe('pending');
});

test.each([
  [new InterpreterLost('RangeError: out of memory'), 'out_of_memory'],
  [new InterpreterLost('RuntimeError: memory access out of bounds'), 'crashed'],
  [new InterpreterLost('Exit: Program terminated with exit(1)'), 'crashed'],
  [new BadReport('version: expected 1'), 'bad_report'],
  ['what is this', 'unsupported'],
])('%s is told as %s', (error, code) => {
  const told = describeFault(error);
  expect(told.code).toBe(code);
  expect(told.what).toMatch(/\.$/);
  expect(told.remedy).toMatch(/\.$/);
});
