import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Fault } from '../../src/build/faults.mjs';
import { replaceFolder } from '../../src/build/staging.ts';
import { runSteps, type Step, withNeeds } from '../../src/build/steps.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'steps-'));
  await mkdir(join(root, 'src'));
  await writeFile(join(root, 'src', 'a.txt'), 'a');
});
afterEach(() => rm(root, { recursive: true }));

/** A step that copies its inputs' names into `out/<name>`. */
function step(name: string, changes: Partial<Step> = {}): Step {
  return {
    name,
    doing: `making ${name}`,
    needs: [],
    inputs: ['src'],
    outputs: [`out/${name}`],
    run: () => write(name),
    ...changes,
  };
}

async function write(name: string, text = name): Promise<void> {
  await mkdir(join(root, 'out'), { recursive: true });
  await writeFile(join(root, 'out', name), text);
}

const silent = { started: () => () => {}, finished() {}, skipped() {}, failed() {} };
const run = (...steps: Step[]) => runSteps(steps, { root, watcher: silent });

describe('a step runs again', () => {
  test('never when nothing is wanted', async () => {
    expect(await run()).toEqual([]);
  });

  test('never when nothing has changed', async () => {
    expect(await run(step('one'))).toEqual(['one']);
    expect(await run(step('one'))).toEqual([]);
  });

  const reasons: [string, () => Promise<unknown>, Partial<Step>][] = [
    ['an input has changed', () => writeFile(join(root, 'src/a.txt'), 'b'), {}],
    ['an input has appeared', () => writeFile(join(root, 'src/b.txt'), ''), {}],
    ['an input is gone', () => rm(join(root, 'src/a.txt')), {}],
    ['an output is gone', () => rm(join(root, 'out/one')), {}],
    ['an output was cut short', () => writeFile(join(root, 'out/one'), ''), {}],
    ['its stamp is damaged', () => writeFile(join(root, '.cache/steps/one.json'), '{'), {}],
    ['a version has changed', async () => {}, { extra: '2' }],
  ];
  test.each(reasons)('when %s', async (_reason, change, changes) => {
    await run(step('one'));
    await change();
    expect(await run(step('one', changes))).toEqual(['one']);
  });

  test('when a step that it needs has another input, however far away', async () => {
    await writeFile(join(root, 'other.txt'), '1');
    const steps = [
      step('three', { needs: ['two'], inputs: [] }),
      step('two', { needs: ['one'], inputs: [] }),
      step('one', { inputs: ['other.txt'] }),
    ];
    expect(await run(...steps)).toEqual(['one', 'two', 'three']);
    await writeFile(join(root, 'other.txt'), '2');
    expect(await run(...steps)).toEqual(['one', 'two', 'three']);
  });

  test('not for bytecode that Python left among the inputs', async () => {
    await run(step('one'));
    await mkdir(join(root, 'src/__pycache__'));
    await writeFile(join(root, 'src/__pycache__/a.cpython-314.pyc'), '');
    expect(await run(step('one'))).toEqual([]);
  });
});

describe('a failed step', () => {
  test('ends in a sentence, leaves its dependants alone, and is repeated', async () => {
    let broken = true;
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), {
      code: 'ENOSPC',
    });
    const one = step('one', { run: () => (broken ? Promise.reject(full) : write('one')) });
    const two = step('two', { needs: ['one'] });
    await expect(run(one, two)).rejects.toThrow(/The disk is full, so making one could not finish/);
    await expect(run(one, two)).rejects.toBeInstanceOf(Fault);
    broken = false;
    expect(await run(one, two)).toEqual(['one', 'two']);
  });

  test('runs again although the outputs of an earlier run are still there', async () => {
    await run(step('one'));
    await writeFile(join(root, 'src/a.txt'), 'b');
    await expect(
      run(step('one', { run: () => Promise.reject(new Error('broken')) })),
    ).rejects.toThrow();
    await writeFile(join(root, 'src/a.txt'), 'a');
    expect(await run(step('one'))).toEqual(['one']);
  });

  test('is one that writes nothing', async () => {
    await expect(run(step('one', { run: async () => {} }))).rejects.toThrow(/wrote nothing/);
  });

  test('lets the steps beside it finish', async () => {
    const slow = step('slow', {
      run: async () => {
        await new Promise((resolve) => setTimeout(resolve, 50));
        await write('slow');
      },
    });
    const bad = step('bad', { run: () => Promise.reject(new Error('broken')) });
    await expect(runSteps([slow, bad], { root, watcher: silent, atOnce: 2 })).rejects.toThrow();
    expect(await run(slow)).toEqual([]);
  });
});

test('independent steps run at the same time, dependent ones do not', async () => {
  const events: string[] = [];
  const timed = (name: string, needs: string[] = []) =>
    step(name, {
      needs,
      run: async () => {
        events.push(`+${name}`);
        await new Promise((resolve) => setTimeout(resolve, 30));
        events.push(`-${name}`);
        await write(name);
      },
    });
  const steps = [timed('a'), timed('b'), timed('c', ['a', 'b'])];
  await runSteps(steps, { root, watcher: silent, atOnce: 2 });
  expect(events.slice(0, 2).sort()).toEqual(['+a', '+b']);
  expect(events.slice(-2)).toEqual(['+c', '-c']);
});

test('steps that need each other in a circle are refused', async () => {
  const steps = [step('a', { needs: ['b'] }), step('b', { needs: ['a'] })];
  await expect(run(...steps)).rejects.toThrow(/circle: a -> b -> a/);
});

test('only what is wanted is chosen, with all that it needs', () => {
  const steps = [step('a'), step('b', { needs: ['a'] }), step('c')];
  expect(withNeeds(steps, ['b']).map(({ name }) => name)).toEqual(['a', 'b']);
});

describe('a folder that is replaced', () => {
  test('keeps its old content when filling the new one fails', async () => {
    const folder = join(root, 'folder');
    await replaceFolder(folder, (partial) => writeFile(join(partial, 'file'), 'old'));
    const failing = replaceFolder(folder, async (partial) => {
      await writeFile(join(partial, 'file'), 'new');
      throw new Error('broken');
    });
    await expect(failing).rejects.toThrow('broken');
    expect(await readFile(join(folder, 'file'), 'utf8')).toBe('old');
  });

  test('holds nothing of a run that was killed', async () => {
    const folder = join(root, 'folder');
    await mkdir(`${folder}.partial`);
    await writeFile(join(`${folder}.partial`, 'half'), '');
    await replaceFolder(folder, (partial) => writeFile(join(partial, 'file'), ''));
    await expect(readFile(join(folder, 'half'))).rejects.toThrow('ENOENT');
  });
});
