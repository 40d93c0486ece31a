import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

const TEXT = 'a snapshot, more or less, '.repeat(50);
const ASSET = { path: 'runtime/a-1234.bin', bytes: TEXT.length };

type Answer = Response | Error;
let asked: string[] = [];

/** A host, by the path that it is asked for. */
function host(answers: Readonly<Record<string, () => Answer>>): void {
  vi.stubGlobal('fetch', async (url: URL | string) => {
    const { pathname } = new URL(String(url));
    asked.push(pathname);
    const answer = answers[pathname]?.() ?? new Response('no such page', { status: 404 });
    if (answer instanceof Error) throw answer;
    return answer;
  });
}

/** Anew for each test: the module remembers what kind of host it talks to. */
async function load() {
  vi.resetModules();
  return import('../../src/runtime/download.ts');
}

const plain = () => new Response(TEXT);
const packed = (headers: Record<string, string> = {}) =>
  new Response(new Uint8Array(gzipSync(TEXT)), { headers });
/** As `fetch` gives it: unpacked by the browser, the header still there. */
const unpacked = () => new Response(TEXT, { headers: { 'content-encoding': 'br' } });

async function read(asset = ASSET): Promise<{ text: string; counted: number }> {
  const { download } = await load();
  let counted = 0;
  const buffer = await download(asset, (bytes) => {
    counted += bytes;
  });
  return { text: new TextDecoder().decode(buffer), counted };
}

beforeEach(() => {
  asked = [];
  vi.stubGlobal('location', { href: 'http://localhost/orm/n-plus-one/?a=b' });
  vi.stubGlobal('navigator', { onLine: true });
});
afterEach(() => vi.unstubAllGlobals());

test('a compressing host is asked once for each file', async () => {
  host({ '/runtime/a-1234.bin': unpacked });
  expect(await read()).toEqual({ text: TEXT, counted: TEXT.length });
  expect(asked).toEqual(['/runtime/a-1234.bin']);
});

test('a plain host is asked for the packed file, from the second on only for that', async () => {
  host({ '/runtime/a-1234.bin': plain, '/runtime/a-1234.bin.gz': () => packed() });
  const { download } = await load();
  for (let time = 0; time < 2; time++) {
    const buffer = await download(ASSET, () => {});
    expect(new TextDecoder().decode(buffer)).toBe(TEXT);
  }
  expect(asked).toEqual([
    '/runtime/a-1234.bin',
    '/runtime/a-1234.bin.gz',
    '/runtime/a-1234.bin.gz',
  ]);
});

test('a host that declares the encoding of packed files has them unpacked already', async () => {
  host({ '/runtime/a-1234.bin': plain, '/runtime/a-1234.bin.gz': unpacked });
  expect((await read()).text).toBe(TEXT);
});

test.each([
  ['has no packed files', () => new Response('', { status: 404 })],
  [
    'answers everything with a page',
    () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }),
  ],
])('a plain host that %s serves the plain one', async (_, answer) => {
  host({ '/runtime/a-1234.bin': plain, '/runtime/a-1234.bin.gz': answer });
  expect((await read()).text).toBe(TEXT);
});

describe('what goes wrong is told in a sentence', () => {
  test.each([
    ['too little comes', { ...ASSET, bytes: TEXT.length + 1 }, 'bytes came'],
    ['too much comes', { ...ASSET, bytes: TEXT.length - 1 }, 'RangeError'],
    ['there is no such file', { ...ASSET, path: 'runtime/b.bin' }, 'status 404'],
  ])('%s', async (_, asset, detail) => {
    host({ '/runtime/a-1234.bin': unpacked });
    await expect(read(asset)).rejects.toMatchObject({
      error: { code: 'download', detail: expect.stringContaining(detail) },
    });
  });

  test('the packed file is damaged', async () => {
    const damaged = () => new Response(new Uint8Array([1, 2, 3]));
    host({ '/runtime/a-1234.bin': plain, '/runtime/a-1234.bin.gz': damaged });
    await expect(read()).rejects.toMatchObject({ error: { code: 'download' } });
  });

  test('nobody answers', async () => {
    host({ '/runtime/a-1234.bin': () => new TypeError('Failed to fetch') });
    await expect(read()).rejects.toMatchObject({
      message: 'Python could not be loaded.',
      error: { code: 'download', remedy: expect.stringContaining('Check the connection') },
    });
  });

  test('the reader is offline', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    host({ '/runtime/a-1234.bin': () => new TypeError('Failed to fetch') });
    await expect(read()).rejects.toMatchObject({
      message: 'You are offline, and Python is not here yet.',
      error: { code: 'offline' },
    });
  });
});
