import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Preview, type Serving, servePreview } from '../../src/build/preview.ts';
import { basePath, port, siteUrl } from '../../src/build/settings.ts';

let folder = '';
let serving: Serving | null = null;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'preview-'));
  await mkdir(join(folder, 'orm', 'n-plus-one'), { recursive: true });
  await writeFile(join(folder, 'index.html'), 'start');
  await writeFile(join(folder, '404.html'), 'no such page');
  await writeFile(join(folder, 'orm', 'n-plus-one', 'index.html'), 'lesson');
  await writeFile(join(folder, 'app.js'), 'x'.repeat(2000));
  await writeFile(join(folder, 'app.js.br'), brotliCompressSync('x'.repeat(2000)));
});
afterEach(async () => {
  await serving?.close();
  serving = null;
  await rm(folder, { recursive: true });
});

async function start(changes: Partial<Preview> = {}): Promise<Serving> {
  serving = await servePreview({ folder, base: '/', port: 0, ...changes });
  return serving;
}

describe.each(['/', '/some/path/'])('at %s', (base) => {
  test('serves pages, folders and the page for what is missing', async () => {
    const { url } = await start({ base });
    expect(await (await fetch(url)).text()).toBe('start');
    expect(await (await fetch(`${url}orm/n-plus-one/`)).text()).toBe('lesson');
    const redirected = await fetch(`${url}orm/n-plus-one?a=b`);
    expect(redirected.url).toBe(`${url}orm/n-plus-one/?a=b`);
    const missing = await fetch(`${url}nothing`);
    expect([missing.status, await missing.text()]).toEqual([404, 'no such page']);
  });

  test('a stray percent sign or a way out of the folder is just missing', async () => {
    const { url } = await start({ base });
    expect((await fetch(`${url}%E0%A4%A`)).status).toBe(404);
    expect((await fetch(`${url}..%2f..%2f..%2fetc/passwd`)).status).toBe(404);
  });
});

test('the start of the host leads to the base path, and nothing else is served there', async () => {
  const { port: actual } = await start({ base: '/some/path/' });
  const home = await fetch(`http://localhost:${actual}/`);
  expect(new URL(home.url).pathname).toBe('/some/path/');
  expect((await fetch(`http://localhost:${actual}/app.js`)).status).toBe(404);
});

test('compressed copies are served to those who accept them', async () => {
  const { url } = await start();
  const response = await fetch(`${url}app.js`, { headers: { 'Accept-Encoding': 'br' } });
  expect(response.headers.get('content-encoding')).toBe('br');
  expect((await response.text()).length).toBe(2000);
});

test('a plain server compresses nothing and sends no header beyond the usual', async () => {
  const { url } = await start({ plain: true });
  const response = await fetch(`${url}app.js`, { headers: { 'Accept-Encoding': 'br, gzip' } });
  const usual = [
    'connection',
    'content-length',
    'content-type',
    'date',
    'keep-alive',
    'last-modified',
  ];
  expect([...response.headers.keys()].sort()).toEqual(usual);
});

test('a taken port leads to the next free one', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const taken = (other.address() as AddressInfo).port;
  const { port: actual } = await start({ port: taken });
  expect(actual).toBeGreaterThan(taken);
  await new Promise((resolve) => other.close(resolve));
});

test('a folder without a site says to build it', async () => {
  await expect(start({ folder: join(folder, 'orm') })).rejects.toThrow(
    /There is no built site in .* Run npm run build first\./,
  );
});

test.each([
  [undefined, '/'],
  ['', '/'],
  ['/', '/'],
  ['docs', '/docs/'],
  ['/a/b', '/a/b/'],
  ['//a//b/', '/a/b/'],
])('BASE_PATH %s means %s', (value, path) => {
  expect(basePath(value)).toBe(path);
});

test('settings that make no sense are refused in a sentence', () => {
  expect(() => basePath('/a/../b')).toThrow(/BASE_PATH is .* not a plain path\. Set it/);
  expect(() => basePath('https://example.org/a')).toThrow(/BASE_PATH/);
  expect(() => siteUrl('example.org')).toThrow(/SITE_URL is "example\.org"/);
  expect(() => port('eighty')).toThrow(/PORT is "eighty", which is not a port/);
  expect(port('8080')).toBe(8080);
});
