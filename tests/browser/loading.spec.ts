/** What is loaded when: nothing before somebody shows interest. */
import type { Page } from '@playwright/test';
import { EXERCISE, expect, LESSON, requestsOf, test } from './site.ts';
import { Snippet } from './snippet.ts';
import { Workspace } from './workspace.ts';

const HEAVY = /\/(?:runtime|editor|projects|pagefind)\/|worker|monaco/i;
/** Long enough that whatever a page loads by itself has begun. */
const A_WHILE = 1500;

/** The bytes of all scripts as they cross the wire, those inside the page's HTML counted as they are. */
async function scriptBytes(page: Page, address: string): Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (!/javascript/.test(response.headers()['content-type'] ?? '')) return;
    sizes.push(
      // By the server's own count, which each browser reports in its own way.
      fetch(response.url(), { headers: { 'Accept-Encoding': 'gzip' } }).then(async (again) => {
        await again.arrayBuffer();
        return Number(again.headers.get('content-length'));
      }),
    );
  });
  await page.goto(address);
  await page.waitForTimeout(A_WHILE);
  const inline = await page.evaluate(() =>
    [...document.querySelectorAll('script:not([src]):not([type="application/json"])')].reduce(
      (sum, script) => sum + (script.textContent?.length ?? 0),
      0,
    ),
  );
  const all = await Promise.all(sizes);
  return all.reduce((sum, size) => sum + size, inline);
}

test('a page without code asks for nothing of the runtime or the editor', async ({
  page,
  sites,
}) => {
  for (const address of [sites.root, `${sites.root}404.html`]) {
    const requests = requestsOf(page);
    await page.goto(address);
    await page.mouse.move(300, 300);
    await page.waitForTimeout(A_WHILE);
    expect(requests.length).toBeGreaterThan(1);
    expect(requests.filter((url) => HEAVY.test(url))).toEqual([]);
    page.removeAllListeners('request');
  }
});

test('a lesson loads at most 10 KB of script before interest, and Python after it', async ({
  page,
  sites,
}) => {
  const requests = requestsOf(page);
  const bytes = await scriptBytes(page, sites.root + LESSON);
  expect(bytes).toBeGreaterThan(1000);
  expect(bytes).toBeLessThanOrEqual(10_240);
  expect(requests.filter((url) => HEAVY.test(url))).toEqual([]);

  // Pointing at the code is interest; nothing of the editor comes before Edit is pressed.
  await new Snippet(page).place.hover();
  await expect.poll(() => requests.some((url) => /\/runtime\/.*\.wasm/.test(url))).toBe(true);
  expect(requests.filter((url) => url.includes('/editor/'))).toEqual([]);
});

test.describe('with Save-Data', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      const connection = { saveData: true, downlink: 10, effectiveType: '4g' };
      Object.defineProperty(Navigator.prototype, 'connection', { get: () => connection });
    });
  });

  test('a lesson loads Python only when Run is pressed', async ({ page, sites }) => {
    const requests = requestsOf(page);
    await page.goto(`${sites.root}${LESSON}?runtime=shipped`);
    const slow = new Snippet(page);
    await slow.place.hover();
    await slow.button('Edit').focus();
    await page.waitForTimeout(A_WHILE);
    expect(requests.filter((url) => url.includes('/runtime/'))).toEqual([]);
    expect((await slow.run()).text).toContain('301 queries');
  });

  test('a workspace asks before it loads Python', async ({ page, sites }) => {
    const requests = requestsOf(page);
    await page.goto(`${sites.root}${EXERCISE}?runtime=shipped`);
    await page.waitForTimeout(A_WHILE);
    expect(requests.filter((url) => url.includes('/runtime/'))).toEqual([]);
    await page.getByRole('button', { name: 'Start Python' }).click();
    await expect.poll(() => requests.some((url) => url.includes('/runtime/'))).toBe(true);
    expect(await new Workspace(page).press('Run')).toContain('An N+1');
  });
});
