/** Each view of a kind of exercise, with a real grading in it; `kinds.spec.ts` grades one of each kind. */
import AxeBuilder from '@axe-core/playwright';
import { readExercise } from '../../src/build/catalog.ts';
import { expect, test } from './site.ts';
import { Workspace } from './workspace.ts';

interface View {
  slug: string;
  /** The label of its tab. */
  tab: string | RegExp;
  /** What the starter's grading must show in it. */
  shows: (string | RegExp)[];
}

const VIEWS: View[] = [
  {
    slug: 'orders-of-others',
    tab: 'Requests',
    shows: [
      '18 requests',
      'It answered 200 with other data: expected 7 rows, got 14.',
      '403 refused',
    ],
  },
  {
    slug: 'index-while-open',
    tab: 'Migrations',
    shows: ['blocks writes while it reads all rows', 'blocks reads and writes for a moment'],
  },
  { slug: 'cached-cards', tab: 'Cache', shows: [/^\d+ hits$/, /^\d+ misses$/, 'set, for 300 s'] },
  { slug: 'task-once', tab: 'Tasks', shows: ['7 tasks sent', 'succeeded, delivered again'] },
  { slug: 'logs-in-json', tab: 'Log records', shows: ['order 4711 paid', 'Nothing came out.'] },
  {
    slug: 'a-budget-that-holds',
    tab: 'Tests',
    shows: [/^\d+ of \d+ mistakes noticed$/, 'R: code that is right'],
  },
  {
    slug: 'last-item-sold-twice',
    tab: 'A and B: sell()',
    shows: ['Lost update: this writes what was worked out before the other wrote.'],
  },
];

for (const { slug, tab, shows } of VIEWS) {
  test(`the view of ${slug}`, async ({ page, sites, complaints }) => {
    test.setTimeout(120_000);
    await page.goto(`${sites.root}exercises/${readExercise(slug).slug}/`);
    const work = new Workspace(page);
    await work.press('Check');
    const button = work.live.getByRole('tab', { name: tab, exact: true });
    await button.click();
    const panel = work.live.getByRole('tabpanel', { name: tab, exact: true });
    for (const words of shows) {
      await expect(
        panel.getByText(words, { exact: typeof words === 'string' }).first(),
      ).toBeVisible();
    }
    await panel.locator('details').evaluateAll((all) => {
      for (const each of all) each.setAttribute('open', '');
    });
    for (const theme of ['light', 'dark']) {
      await page.evaluate((name) => {
        document.documentElement.dataset.theme = name;
      }, theme);
      const { violations } = await new AxeBuilder({ page }).include('#pane-result').analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)).toEqual([]);
    }
    // Nothing of it is cut off on a phone, whatever is open.
    await page.setViewportSize({ width: 390, height: 844 });
    const widest = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(widest).toBeLessThanOrEqual(390);
    expect(complaints).toEqual([]);
  });
}

test('log records are filtered by keyboard', async ({ page, sites }) => {
  test.setTimeout(120_000);
  await page.goto(`${sites.root}exercises/logs-in-json/`);
  const work = new Workspace(page);
  await work.press('Check');
  await work.live.getByRole('tab', { name: 'Log records' }).click();
  const panel = work.live.getByRole('tabpanel', { name: 'Log records' });
  const all = await panel.locator('.log:visible').count();
  const filter = panel.getByRole('button', { name: /^WARNING/ });
  await filter.focus();
  await page.keyboard.press('Enter');
  await expect(filter).toHaveAttribute('aria-pressed', 'true');
  await expect(filter).toBeFocused();
  await expect(panel.locator('.log:visible')).toHaveCount(2);
  expect(all).toBe(8);
});
