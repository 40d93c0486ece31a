/** Hostile learner code, through the real page: refused or ended in plain words, and the next run works. */
import type { Page } from '@playwright/test';
import { LATER, POWERS, WALK } from './attempts.ts';
import { ENDINGS } from './endings.ts';
import { expect, LESSON, type Sites, test } from './site.ts';
import { Snippet, withoutMonaco } from './snippet.ts';
import { setTrap } from './trap.ts';

async function openSnippet(page: Page, sites: Sites): Promise<Snippet> {
  await withoutMonaco(page);
  await page.goto(`${sites.root}${LESSON}?runtime=shipped`);
  const snippet = new Snippet(page);
  await snippet.edit();
  return snippet;
}

async function expectNextRunToWork(snippet: Snippet, after: string): Promise<void> {
  const next = await snippet.run('from shop.models import Order\nprint(Order.objects.count())');
  expect(next, `the run after ${after}`).toMatchObject({
    verdict: '1 query. Nothing stands out.',
    printed: '300\n',
  });
}

/** All that a page keeps, and all that it consists of. */
function possessions(page: Page): Promise<unknown> {
  return page.evaluate(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    cookies: document.cookie,
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    address: location.href,
    frames: document.querySelectorAll('iframe').length,
    globals: Object.keys(window).length,
  }));
}

test('nothing of the network, the storage or the page is in reach', async ({ page, sites }) => {
  const trap = await setTrap();
  const snippet = await openSnippet(page, sites);
  await expectNextRunToWork(snippet, 'the page opened');
  await page.evaluate(() => {
    localStorage.setItem('mine', '1');
    // biome-ignore lint/suspicious/noDocumentCookie: the test is about cookies
    document.cookie = 'mine=1';
  });
  const before = await possessions(page);

  const { printed } = await snippet.run(POWERS.replaceAll('TRAP', trap.url));
  const lines = printed.split('\n').filter((line) => /: (?:refused|came back)/.test(line));
  expect(lines.length).toBeGreaterThan(150);
  expect(lines.filter((line) => !line.includes(': refused, '))).toEqual([]);

  const later = await snippet.run(LATER.replaceAll('TRAP', trap.url));
  expect(later.printed).toContain('done');

  await expectNextRunToWork(snippet, 'the attempts');
  expect(await possessions(page)).toEqual(before);
  expect(page.frames()).toHaveLength(2);
  expect(trap.hits).toEqual([]);
  // The trap does catch: without this, a server that nobody can reach would prove nothing.
  await fetch(`${trap.url}control`);
  expect(trap.hits).toEqual(['GET /control']);
  await trap.close();
});

test('no JavaScript object that Python can reach has a power', async ({ page, sites }) => {
  const snippet = await openSnippet(page, sites);
  const { printed } = await snippet.run(WALK);
  expect(printed).toMatch(/^walked True \d+\nfound \[\]\n$/);
  await expectNextRunToWork(snippet, 'the walk');
});

const HALF = Math.ceil(ENDINGS.length / 2);
for (const [name, endings] of [
  ['first half', ENDINGS.slice(0, HALF)],
  ['second half', ENDINGS.slice(HALF)],
] as const) {
  test(`code that breaks Python ends in plain words, ${name}`, async ({ page, sites }) => {
    test.setTimeout(180_000);
    page.on('dialog', () => expect.soft('a dialog', 'markup from a report ran').toBe('none'));
    const snippet = await openSnippet(page, sites);
    for (const { name: ending, code, verdict, printed, endless } of endings) {
      await snippet.begin(code);
      if (endless) {
        await expect(snippet.place.getByText('Running your code')).toBeVisible();
        await snippet.button('Stop').click();
      }
      const shown = await snippet.shown();
      expect.soft(shown.verdict, ending).toMatch(verdict);
      expect.soft(shown.printed, ending).toMatch(printed ?? /^(?!.*passed)/);
      expect.soft(shown.text.length, `${ending}: the size of the panel`).toBeLessThan(400_000);
      await expectNextRunToWork(snippet, ending);
    }
  });
}

test('a loop that nobody stops ends by itself', async ({ page, sites }) => {
  const snippet = await openSnippet(page, sites);
  const { verdict, text } = await snippet.run('while True: pass');
  expect(verdict).toBe('It ran for 10 seconds without an end, so it was stopped.');
  expect(text).toContain('Look for a loop that never ends');
  await expectNextRunToWork(snippet, 'the time limit');
});
