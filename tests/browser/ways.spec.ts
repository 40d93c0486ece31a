/** Every way to a running Django gives the same report, and each failure of one leads to the next. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { root } from '../../src/build/processes.ts';
import type { Report } from '../../src/runtime/report.ts';
import type { Way } from '../../src/runtime/ways.ts';
import { keepReports, timeless } from './reports.ts';
import { EXERCISE, expect, LESSON, requestsOf, test } from './site.ts';
import { Snippet } from './snippet.ts';
import { Workspace } from './workspace.ts';

const SNAPSHOT = /\/runtime\/snapshot-/;
const CORE = /\/runtime\/core-/;

/** What Node recorded when the site was built: the same files, so the same report. */
function recorded(): object {
  const file = join(root, '.cache', 'recordings', 'snippets', LESSON, 'slow.py.json');
  return timeless(JSON.parse(readFileSync(file, 'utf8')) as Report);
}

/** Run the first snippet, and tell what the runtime fetched for that. */
async function runLesson(page: Page, address: string): Promise<string[]> {
  const requests = requestsOf(page);
  await page.goto(address);
  const { text } = await new Snippet(page).run();
  expect(text).toContain('301 queries');
  return requests.filter((url) => url.includes('/runtime/'));
}

/** How many snapshots this browser keeps; asked without making the database that is asked about. */
function keptSnapshots(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const databases = await indexedDB.databases();
    if (!databases.some(({ name }) => name === 'beyond-runserver')) return 0;
    return new Promise<number>((resolve, reject) => {
      const opening = indexedDB.open('beyond-runserver');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const counting = opening.result.transaction('snapshots').objectStore('snapshots').count();
        counting.onerror = () => reject(counting.error);
        counting.onsuccess = () => {
          opening.result.close();
          resolve(counting.result);
        };
      };
    });
  });
}

test('all four ways give the report that was recorded in Node', async ({ page, sites }) => {
  test.setTimeout(180_000);
  const reports = await keepReports(page);
  const fetched: Partial<Record<Way, string[]>> = {};
  for (const way of ['shipped', 'built', 'kept', 'plain'] as const) {
    fetched[way] = await runLesson(page, `${sites.root}${LESSON}?runtime=${way}`);
    if (way === 'built') await expect.poll(() => keptSnapshots(page)).toBe(1);
    const [report] = await reports();
    expect(report && timeless(report), way).toEqual(recorded());
  }
  const fetches = (way: Way, what: RegExp) => fetched[way]?.some((url) => what.test(url));
  expect(fetches('shipped', SNAPSHOT)).toBe(true);
  expect(fetches('shipped', CORE)).toBe(false);
  expect(fetches('built', SNAPSHOT)).toBe(false);
  expect(fetches('built', CORE)).toBe(true);
  expect(fetches('kept', SNAPSHOT) || fetches('kept', CORE)).toBe(false);
  expect(fetches('plain', SNAPSHOT)).toBe(false);
  expect(fetches('plain', CORE)).toBe(true);
});

for (const where of ['plain', 'under'] as const) {
  test(`from a plain file server, ${where === 'plain' ? 'at the root' : 'under a sub-path'}, the packed files are fetched`, async ({
    page,
    sites,
  }) => {
    const fetched = await runLesson(page, `${sites[where]}${LESSON}?runtime=shipped`);
    expect(fetched.some((url) => /snapshot-\w+\.bin\.gz$/.test(url))).toBe(true);
  });
}

test('a damaged shipped snapshot leads to the next way', async ({ page, sites }) => {
  let damaged = 0;
  await page.route(SNAPSHOT, async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    for (const at of [1_000_000, 2_000_000]) body.writeUInt8(~body.readUInt8(at) & 0xff, at);
    damaged++;
    const { 'content-encoding': _, ...headers } = response.headers();
    await route.fulfill({
      status: 200,
      headers: { ...headers, 'content-length': String(body.length) },
      body,
    });
  });
  const fetched = await runLesson(page, `${sites.root}${LESSON}?runtime=shipped`);
  expect(damaged).toBeGreaterThan(0);
  expect(fetched.some((url) => CORE.test(url))).toBe(true);
});

test('a damaged kept snapshot leads to the next way', async ({ page, sites }) => {
  await runLesson(page, `${sites.root}${LESSON}?runtime=built`);
  await expect.poll(() => keptSnapshots(page)).toBe(1);
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('beyond-runserver');
        opening.onsuccess = () => {
          const writing = opening.result.transaction('snapshots', 'readwrite');
          const cursor = writing.objectStore('snapshots').openCursor();
          cursor.onsuccess = () => {
            const found = cursor.result;
            if (!found) return;
            const bytes = new Uint8Array(found.value.bytes);
            bytes.set([~(bytes[1_000_000] ?? 0)], 1_000_000);
            found.update(found.value);
          };
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
          writing.onerror = () => reject(writing.error);
        };
      }),
  );
  const fetched = await runLesson(page, `${sites.root}${LESSON}?runtime=kept`);
  expect(fetched.some((url) => CORE.test(url))).toBe(true);
});

test('where storage is blocked, everything runs and the learner is told', async ({
  page,
  sites,
}) => {
  await page.addInitScript(() => {
    const refuse = {
      get(): never {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    };
    Object.defineProperty(window, 'localStorage', refuse);
    Object.defineProperty(window, 'indexedDB', refuse);
  });
  await page.goto(`${sites.root}${EXERCISE}?runtime=built`);
  const work = new Workspace(page);
  expect(await work.press('Run')).toContain('An N+1');
  await expect(page.getByText('Your browser does not let this site save anything.')).toBeVisible();
});

test('offline: a sentence says so, and the next try works', async ({ page, sites }) => {
  await page.goto(`${sites.root}${LESSON}?runtime=shipped`);
  const slow = new Snippet(page);
  // What makes the snippet live is here; Python is not.
  await page.route(/\/runtime\//, (route) => route.abort('internetdisconnected'));
  await slow.place.hover();
  await slow.begin();
  await expect(slow.place.getByText('Python could not be loaded.', { exact: true })).toBeVisible();
  await expect(slow.place.locator('.remedy')).toContainText('Check the connection');
  await page.unroute(/\/runtime\//);
  expect((await slow.run()).text).toContain('301 queries');
});
