import { readFileSync } from 'node:fs';
import { type Diagnostic, initSync, PositionEncoding, Workspace } from '@astral-sh/ruff-wasm-web';
import { beforeAll, describe, expect, it, test, vi } from 'vitest';
import { createRuff } from '../../src/editor/ruff.ts';
import type { RuffAnswer, RuffQuestion } from '../../src/editor/ruff-protocol.ts';
import { RUFF_SETTINGS } from '../../src/editor/ruff-rules.ts';

const WASM = new URL(
  '../../node_modules/@astral-sh/ruff-wasm-web/ruff_wasm_bg.wasm',
  import.meta.url,
);

describe('the rules that teach', () => {
  let ruff: Workspace;
  const codes = (text: string) => ruff.check(text).map(({ code }: Diagnostic) => code);
  beforeAll(() => {
    initSync({ module: readFileSync(WASM) });
    ruff = new Workspace(RUFF_SETTINGS, PositionEncoding.Utf16);
  });

  test.each([
    ['an unused import', 'import os\n', 'F401'],
    ['a name that is not there', 'print(order)\n', 'F821'],
    ['a default that is shared', 'def add(x=[]):\n    return x\n', 'B006'],
    ['a comparison to None', 'x = 1\nprint(x == None)\n', 'E711'],
    ['an old type', 'from typing import List\nx: List[int] = []\n', 'UP006'],
    [
      'a nullable CharField',
      'from django.db import models\n\n\nclass A(models.Model):\n    name = models.CharField(null=True)\n\n    def __str__(self):\n        return self.name\n',
      'DJ001',
    ],
  ])('find %s', (_, text, code) => {
    expect(codes(text)).toContain(code);
  });

  it('say nothing about taste', () => {
    expect(codes("x = {'a':1}\n\n\n\n\ny = 'b'   \nprint( x,y )")).toEqual(['W291']);
  });
});

/** A worker that answers each question by `answer`. */
function fakeWorker(answer: (question: RuffQuestion) => RuffAnswer) {
  const worker = {
    terminate: vi.fn(),
    addEventListener: vi.fn(),
    removeEventListener: vi.fn(),
    postMessage: (question: RuffQuestion, [port]: MessagePort[]) =>
      port?.postMessage(answer(question)),
  };
  return worker as unknown as Worker;
}

const works = (question: RuffQuestion): RuffAnswer => {
  if (question.kind === 'load') return { kind: 'loaded' };
  return question.kind === 'format'
    ? { kind: 'formatted', text: question.text.trim() }
    : { kind: 'problems', problems: [] };
};

test('Ruff is fetched at the first question, and once', async () => {
  const wasm = vi.fn(async () => new ArrayBuffer(0));
  const ruff = createRuff({ worker: () => fakeWorker(works), wasm });
  expect(wasm).not.toHaveBeenCalled();
  expect(await ruff.format('a.py', ' x ')).toBe('x');
  expect(await ruff.problems('a.py', 'x')).toEqual([]);
  expect(wasm).toHaveBeenCalledTimes(1);
});

test('after a download that failed it is tried again', async () => {
  const wasm = vi.fn(async () => new ArrayBuffer(0)).mockRejectedValueOnce(new Error('offline'));
  const ruff = createRuff({ worker: () => fakeWorker(works), wasm });
  await expect(ruff.problems('a.py', 'x')).rejects.toThrow('offline');
  expect(await ruff.problems('a.py', 'x')).toEqual([]);
});

test('what is no Python is said in words', async () => {
  const broken = (question: RuffQuestion): RuffAnswer =>
    question.kind === 'load' ? { kind: 'loaded' } : { kind: 'failed', message: 'internal' };
  const ruff = createRuff({
    worker: () => fakeWorker(broken),
    wasm: async () => new ArrayBuffer(0),
  });
  await expect(ruff.format('a.py', 'def')).rejects.toThrow('a.py was not formatted: it is not');
});
