import { describe, expect, test, vi } from 'vitest';
import type { Interpreter } from '../../src/runtime/interpreter.ts';
import { createMeasuring } from '../../src/runtime/measuring.ts';
import type { RunRequest, WorkerCommand, WorkerEvent } from '../../src/runtime/protocol.ts';
import { silent } from './evidence-reports.ts';

const request: RunRequest = {
  project: {
    name: 'shop',
    packs: [],
    files: { 'shop/models.py': 'models' },
    settings: 'settings',
    seeder: 'seed:seed',
    tables: null,
  },
  seed: { size: 1000, number: 7 },
  files: { 'main.py': 'pass' },
  entry: 'main.py',
};

const report: WorkerEvent = { kind: 'report', text: JSON.stringify(silent) };

/** Interpreters that open at once and answer a run with `answer`; without one they never end. */
function measuring(answer?: () => Promise<WorkerEvent>) {
  const asked: WorkerCommand['kind'][] = [];
  const end = vi.fn();
  const fresh = async (): Promise<Interpreter> => ({
    ask: (command) => {
      asked.push(command.kind);
      if (command.kind === 'open') return Promise.resolve({ kind: 'done' });
      return answer?.() ?? new Promise(() => undefined);
    },
    end,
  });
  return { asked, end, ...createMeasuring(fresh) };
}

const never = () => new AbortController().signal;

describe('a measuring', () => {
  test('opens the project for its own seed, runs in it and ends the interpreter', async () => {
    const { measure, asked, end } = measuring(async () => report);
    expect(await measure(request, 10, never())).toMatchObject({ kind: 'report' });
    expect(asked).toEqual(['open', 'run']);
    expect(end).toHaveBeenCalledTimes(1);
  });

  test('lets a run with changed models open it', async () => {
    const { measure, asked } = measuring(async () => report);
    await measure({ ...request, files: { 'shop/models.py': 'mine' } }, 10, never());
    expect(asked).toEqual(['run']);
  });

  test('is ended when its time is over', async () => {
    const { measure, end } = measuring();
    expect(await measure(request, 0.01, never())).toEqual({ kind: 'timed_out', seconds: 0.01 });
    await vi.waitFor(() => expect(end).toHaveBeenCalledTimes(1));
  });

  test('makes way for a run of the learner, for its signal, and for the next', async () => {
    const { measure, giveWay, end } = measuring();
    const first = measure(request, 10, never());
    giveWay();
    expect(await first).toEqual({ kind: 'stopped' });
    const controller = new AbortController();
    const second = measure(request, 10, controller.signal);
    controller.abort();
    expect(await second).toEqual({ kind: 'stopped' });
    const third = measure(request, 10, never());
    void measure(request, 10, never());
    expect(await third).toEqual({ kind: 'stopped' });
    await vi.waitFor(() => expect(end).toHaveBeenCalledTimes(3));
  });

  test('says so when Python dies', async () => {
    const { measure } = measuring(() => Promise.reject(new Error('gone')));
    expect(await measure(request, 10, never())).toMatchObject({ kind: 'crashed' });
  });
});
