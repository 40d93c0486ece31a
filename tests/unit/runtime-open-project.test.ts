import { afterEach, expect, test } from 'vitest';
import { startInterpreter } from '../../src/runtime/interpreter.ts';
import type { Loaded } from '../../src/runtime/loader.ts';
import { openProject } from '../../src/runtime/open-project.ts';
import type { RunRequest } from '../../src/runtime/protocol.ts';
import { type FakeFrame, fakeFrame } from './runtime-fake.ts';

const REQUEST: RunRequest = {
  project: { name: 'p', packs: [], files: {}, settings: 's', seeder: 's', tables: null },
  seed: { size: 1, number: 1 },
  files: {},
  entry: 'main.py',
};
const RUN = { kind: 'run', request: REQUEST } as const;
let frame: FakeFrame | null = null;
afterEach(() => frame?.close());

/** Workers that come up at once and run for `ms`. */
function load(ms: number, saves = true): { loaded: Loaded; frame: FakeFrame } {
  const fake = fakeFrame(async (command) => {
    if (command?.kind !== 'run') return { kind: 'done' };
    await new Promise((resolve) => setTimeout(resolve, ms));
    return { kind: 'report', text: 'the report' };
  });
  frame = fake;
  const fresh = () => startInterpreter(fake, { kind: 'snapshot', name: 'base' });
  const outgrow = () => undefined;
  return { loaded: { frame: fake, way: 'built', saves, fresh, outgrow }, frame: fake };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('a run that comes while the project opens gets its answer, and nothing else is asked meanwhile', async () => {
  const { loaded, frame } = load(60);
  const project = openProject(loaded, REQUEST);
  const interpreter = await project.take();
  expect(await interpreter.ask(RUN)).toEqual({ kind: 'report', text: 'the report' });
  expect(frame.heard.filter((line) => line.endsWith('warm'))).toEqual([]);
  // What was restored in the meantime is the next run's.
  await project.ready();
  expect(frame.started.size).toBe(2);
});

test('without a run, the opener warms the engine up and makes room for a restored one', async () => {
  const { loaded, frame } = load(0);
  const project = openProject(loaded, REQUEST);
  await project.ready();
  await pause(30);
  expect(frame.heard.map((line) => line.split(': ')[1])).toEqual(['open', 'warm']);
  const [opener, restored] = frame.started.keys();
  expect(frame.ended).toEqual([opener]);
  await (await project.take()).ask(RUN);
  expect(frame.heard.at(-1)).toBe(`${restored}: run`);
});

test('each run takes another Python, and one waits after a refill', async () => {
  const { loaded, frame } = load(0);
  const project = openProject(loaded, REQUEST);
  await project.ready();
  await pause(30);
  const first = await project.take();
  project.refill();
  project.refill();
  const second = await project.take();
  expect(second).not.toBe(first);
  expect(frame.started.size).toBe(3);
});

test('where memory cannot be saved, every Python opens the project itself', async () => {
  const { loaded, frame } = load(0, false);
  const project = openProject(loaded, REQUEST);
  await project.take();
  await project.take();
  expect(frame.heard.map((line) => line.split(': ')[1])).toEqual(['open', 'open']);
});

test('several asked for at once wait until there is something to restore them from', async () => {
  let opened = false;
  const fake = fakeFrame(async (command, { from }) => {
    if (command === null && from.kind === 'snapshot' && from.name !== 'base' && !opened) {
      return { kind: 'failed', name: 'Error', message: 'No snapshot is kept.', stack: '' };
    }
    if (command?.kind === 'open') {
      await pause(20);
      opened = true;
    }
    return { kind: 'done' };
  });
  frame = fake;
  const fresh = () => startInterpreter(fake, { kind: 'snapshot', name: 'base' });
  const outgrow = () => undefined;
  const project = openProject({ frame: fake, way: 'built', saves: true, fresh, outgrow }, REQUEST);
  const taken = await Promise.all([project.take(), project.take(), project.take()]);
  expect(new Set(taken).size).toBe(3);
});
