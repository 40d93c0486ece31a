/** The data of the project: rows before and after a run, keys that lead on, and the models. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { EXERCISE, expect, test } from './site.ts';
import { submission, Workspace } from './workspace.ts';

/** The page with the data of the seeded project in sight. */
async function openData(page: Page, root: string): Promise<Workspace> {
  await page.goto(`${root}${EXERCISE}?runtime=shipped`);
  const work = new Workspace(page);
  await expect(work.editor).toBeAttached();
  await expect(async () => {
    await page.getByRole('tab', { name: /^Queries/ }).click();
    await page.getByRole('tab', { name: 'Data' }).click();
    await expect(page.getByRole('grid')).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 45_000 });
  return work;
}

async function choose(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('group', { name: 'Tables' }).getByRole('button', { name }).click();
}

async function expectNoViolations(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include('.data').analyze();
  // Axe ends in a page of its own, and one in the background does not scroll.
  await page.bringToFront();
  expect(
    violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`)),
    what,
  ).toEqual([]);
}

test('rows are browsed by keyboard, and a key leads to its row and back', async ({
  page,
  sites,
  complaints,
}) => {
  await openData(page, sites.root);
  await choose(page, /^Order/);
  const grid = page.getByRole('grid', { name: 'Rows of Order' });
  await expect(grid).toHaveAttribute('aria-rowcount', '51');
  const words = page.locator('.data-browser [role=status]');
  await expect(words).toHaveText('50 rows in shop_order. As seeded.');
  await expectNoViolations(page, 'the rows');

  // Only what is in view is in the page.
  expect(await grid.getByRole('row').count()).toBeLessThan(50);
  await grid.getByRole('gridcell').first().click();
  await page.keyboard.press('Control+End');
  await expect(page.locator('.data-grid :focus')).toBeInViewport();
  await page.keyboard.press('Home');
  await expect(page.locator('.data-grid :focus')).toHaveText('50');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('.data-grid :focus')).toHaveText('2');

  const head = await grid.getByRole('columnheader').allInnerTexts();
  const column = head.findIndex((text) => text.startsWith('customer_id'));
  for (let at = 0; at < column; at++) await page.keyboard.press('ArrowRight');
  const customer = await page.locator('.data-grid :focus').innerText();
  await page.keyboard.press('Enter');
  const customers = page.getByRole('grid', { name: 'Rows of Customer' });
  await expect(customers.getByRole('row', { selected: true })).toContainText(customer);
  await expect(page.locator('.data-grid :focus')).toHaveText(customer);
  await page.getByRole('button', { name: 'Back to Order' }).click();
  await expect(page.locator('.data-grid :focus')).toHaveText(customer);
  await expect(grid).toBeVisible();
  expect(complaints).toEqual([]);
});

test('what a run left is shown, and the next run begins anew', async ({ page, sites }) => {
  const work = await openData(page, sites.root);
  await work.paste(
    'from shop.models import Item\n\n\ndef order_report():\n    Item.objects.all().delete()\n    return []\n',
  );
  await work.press('Run');
  await page.getByRole('tab', { name: 'Data' }).click();
  await choose(page, /^Item/);
  const words = page.locator('.data-browser [role=status]');
  await expect(words).toHaveText('0 rows in shop_item. After your last run.');

  await work.paste(submission('solution'));
  await work.press('Run');
  await page.getByRole('tab', { name: 'Data' }).click();
  await expect(words).toHaveText(/^\d{2,} rows in shop_item\. After your last run\.$/);
});

test('the diagram lights what queries follow, and leads to the rows', async ({ page, sites }) => {
  const work = await openData(page, sites.root);
  await page.getByRole('button', { name: 'Models', exact: true }).click();
  const diagram = page.getByRole('group', { name: 'Models and their relations' });
  await expect(diagram.getByRole('button', { name: /^Order/ })).toBeVisible();
  await expect(diagram.locator('.data-lit')).toHaveCount(0);
  await work.press('Run');
  await page.getByRole('tab', { name: 'Data' }).click();
  await expect(diagram.locator('.data-line.data-lit')).not.toHaveCount(0);
  await expectNoViolations(page, 'the diagram');
  await page.getByText('The relations in words').click();
  await expect(
    page
      .getByRole('listitem')
      .filter({ hasText: /^Order\.customer leads to Customer.*Followed by/ }),
  ).toBeVisible();

  await diagram.getByRole('button', { name: /^Tag/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('grid', { name: 'Rows of Tag' })).toBeVisible();
  await expect(page.locator('.data-grid :focus')).toHaveText('1');
});

test('a phone has the tables in a menu, and nothing is cut off', async ({ page, sites }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${sites.root}${EXERCISE}?runtime=shipped`);
  await page
    .getByRole('navigation', { name: 'Parts of the workspace' })
    .getByRole('button', { name: 'Result' })
    .click();
  await expect(async () => {
    await page.getByRole('tab', { name: /^Queries/ }).click();
    await page.getByRole('tab', { name: 'Data' }).click();
    await expect(page.getByRole('grid')).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 45_000 });
  await page.getByRole('combobox', { name: 'Table' }).selectOption('shop_order');
  await expect(page.getByRole('grid', { name: 'Rows of Order' })).toBeVisible();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
  await expectNoViolations(page, 'the rows on a phone');
});
