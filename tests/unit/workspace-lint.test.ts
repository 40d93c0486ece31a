import { atom } from 'nanostores';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { formatCurrent } from '../../src/components/workspace-format.ts';
import { connectLint } from '../../src/components/workspace-lint.ts';
import type { Linter, Problem } from '../../src/editor/language.ts';
import type { BuffersState } from '../../src/stores/buffers.ts';
import { openSettings } from '../../src/stores/settings.ts';
import { keeper } from '../../src/stores/storage.ts';
import { memory } from './stores-fake.ts';

const problem: Problem = {
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 2,
  severity: 'warning',
  code: 'F401',
  message: 'unused',
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A linter that answers when told to. */
function lint(text = 'import os') {
  const asked: {
    text: string;
    answer: (problems: readonly Problem[]) => void;
    fail: () => void;
  }[] = [];
  const linter: Linter = {
    problems: (_, code) =>
      new Promise((answer, reject) => {
        asked.push({ text: code, answer, fail: () => reject(new Error('no network')) });
      }),
    format: async (_, code) => code,
  };
  const state = (code: string): BuffersState => ({
    files: { 'report.py': code, 'answers.toml': '' },
    outdated: false,
    kept: null,
  });
  const $buffers = atom(state(text));
  const settings = openSettings(keeper(() => memory()));
  const report = vi.fn();
  const say = vi.fn();
  connectLint({ linter, files: { report }, buffers: { $buffers }, settings, say });
  const type = async (code: string) => {
    $buffers.set(state(code));
    await vi.advanceTimersByTimeAsync(1000);
  };
  return { asked, settings, report, say, type };
}

test('nothing is read before the learner wants it', async () => {
  const { asked, type } = lint();
  await type('import sys');
  expect(asked).toEqual([]);
});

test('once wanted, Python is read at once and after each pause', async () => {
  const { asked, settings, report, type } = lint();
  settings.change({ problems: true });
  expect(asked.map(({ text }) => text)).toEqual(['import os']);
  asked[0]?.answer([problem]);
  await vi.advanceTimersByTimeAsync(0);
  expect(report).toHaveBeenCalledWith('report.py', [problem]);
  await type('import sys');
  expect(asked.map(({ text }) => text)).toEqual(['import os', 'import sys']);
});

test('an answer about a text that is gone is dropped', async () => {
  const { asked, settings, report, type } = lint();
  settings.change({ problems: true });
  await type('import sys');
  asked[0]?.answer([problem]);
  await vi.advanceTimersByTimeAsync(0);
  expect(report).not.toHaveBeenCalled();
});

test('turned off, problems go', () => {
  const { settings, report } = lint();
  settings.change({ problems: true });
  settings.change({ problems: false });
  expect(report).toHaveBeenCalledWith('report.py', []);
});

test('when Ruff does not load, it is said and turned off', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  const { asked, settings, say } = lint();
  settings.change({ problems: true });
  asked[0]?.fail();
  await vi.advanceTimersByTimeAsync(0);
  expect(settings.$settings.get().problems).toBe(false);
  expect(say.mock.lastCall?.[0]).toMatch(/^Ruff did not load/);
});

test.each([
  [{ path: 'a.py', text: 'x=1', readOnly: false }, 'Formatted a.py.', 'x = 1'],
  [{ path: 'a.py', text: 'x = 1', readOnly: false }, 'a.py is formatted already.', null],
  [{ path: 'a.py', text: 'x=1', readOnly: true }, 'a.py is read-only.', null],
  [
    { path: 'a.toml', text: 'x=1', readOnly: false },
    'a.toml is no Python, so it was not formatted.',
    null,
  ],
])('formatting %j', async (file, words, text) => {
  const replace = vi.fn();
  const say = vi.fn();
  const files = { current: () => file, replace };
  await formatCurrent({ format: async () => 'x = 1' }, files, say);
  expect(say).toHaveBeenLastCalledWith(words);
  expect(replace.mock.lastCall?.[1] ?? null).toBe(text);
});

test('a text that changed while it was formatted is left alone', async () => {
  const files = [
    { path: 'a.py', text: 'x=1', readOnly: false },
    { path: 'a.py', text: 'x=12', readOnly: false },
  ];
  const replace = vi.fn();
  const current = () => files.shift() ?? { path: 'a.py', text: 'x=12', readOnly: false };
  await formatCurrent({ format: async () => 'x = 1' }, { current, replace }, () => {});
  expect(replace).not.toHaveBeenCalled();
});
