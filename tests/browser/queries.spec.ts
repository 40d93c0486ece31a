/** The queries of a run: grouped, opened, filtered, chosen in the barcode, and seen in time. */
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { EXERCISE, expect, LESSON, test } from './site.ts';
import { Workspace } from './workspace.ts';

interface Panel {
  work: Workspace;
  /** The group of a table, by its heading. */
  group: (table: string) => Locator;
}

async function ran(page: Page, root: string): Promise<Panel> {
  await page.goto(`${root}${EXERCISE}?runtime=shipped`);
  const work = new Workspace(page);
  await expect(work.editor).toBeAttached();
  expect(await work.press('Run')).toContain('An N+1');
  await work.live.getByRole('tab', { name: /^Queries/ }).click();
  const group = (table: string) =>
    work.live.locator('.shape').filter({ has: page.getByText(`SELECT ${table}`, { exact: true }) });
  return { work, group };
}

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)).toEqual([]);
}

test('a group tells what was asked, how, and what for', async ({ page, sites, complaints }) => {
  const { work, group } = await ran(page, sites.root);
  const products = group('shop_product');
  await expect(products.locator('summary').first()).toContainText(/N\+1\d+ identical/);
  await products.locator('summary').first().press('Enter');
  await expect(products.locator('.sql')).toContainText(/WHERE "shop_product"\."id" = \d+/);
  await expect(products.locator('.sql .value').first()).toHaveText(/^\d+$/);
  await expect(products.locator('.plan-steps')).toHaveText(
    'Finds rows of shop_product by primary key',
  );
  await expect(products.locator('.unread')).toContainText('description');
  await expect(products.locator('.unread')).not.toContainText('name');
  await expect(products.locator('.shape-facts')).toContainText('rows fetched');

  const orders = group('shop_order');
  await orders.locator('summary').first().click();
  await expect(orders.locator('.plan-steps').first()).toContainText(
    'Reads the whole table shop_order',
  );
  await expect(orders.locator('.plan-steps').first()).toContainText('Sorts in memory');
  await expectNoViolations(page);

  await products.getByRole('button', { name: 'Show it' }).click();
  await expect(work.live.locator('.finding:focus')).toContainText('product');
  expect(complaints).toEqual([]);
});

test('the keys go through all queries of a group, and to their line', async ({ page, sites }) => {
  const { group } = await ran(page, sites.root);
  const products = group('shop_product');
  await products.locator('summary').first().click();
  const grid = products.getByRole('grid', { name: /queries$/ });
  const count = Number(await grid.getAttribute('aria-rowcount')) - 1;
  expect(count).toBeGreaterThan(50);
  await grid.focus();
  await page.keyboard.press('End');
  const selected = grid.getByRole('row', { selected: true });
  await expect(selected).toHaveAttribute('aria-rowindex', String(count + 1));
  await expect(selected).toBeInViewport();
  const number = await selected.getByRole('gridcell').first().textContent();
  await expect(products.locator('.statement-title')).toContainText(`Query ${number},`);
  expect(await grid.getByRole('row').count()).toBeLessThan(30);
  await page.keyboard.press('Enter');
  await expect(page.locator('.monaco-editor.focused')).toBeVisible();
  await expect(page.locator('.monaco-editor .active-line-number')).toHaveText('13');
});

test('sorting and filtering', async ({ page, sites }) => {
  const { work } = await ran(page, sites.root);
  const first = work.live.locator('.shape > summary').first();
  await expect(first).toContainText('shop_product');
  await work.live.getByLabel('Sort by').selectOption('First asked');
  await expect(first).toContainText('shop_order');
  await work.live.getByLabel('Filter').fill('line 18');
  await expect(work.live.getByText(/^50 of \d+ queries, in 1 group$/)).toBeVisible();
  await expect(work.live.locator('.shape:visible')).toHaveCount(1);
});

test('a tick opens its group, and a group marks its ticks', async ({ page, sites }) => {
  const { work, group } = await ran(page, sites.root);
  await work.live.getByRole('slider', { name: /^Queries in order/ }).focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  const customers = group('shop_customer');
  await expect(customers.locator('.shape-body')).toBeInViewport();
  await expect(customers.locator('.statement-title')).toContainText('Query 225');
  await expect(work.live.locator('.barcode-image[data-chosen] path.chosen')).toHaveCount(1);
  // The key that went to the line is not typed there.
  expect(await work.savedText()).toBeNull();
});

test('the timeline puts the database far away', async ({ page, sites, complaints }) => {
  const { work } = await ran(page, sites.root);
  await work.live.getByRole('tab', { name: 'Timeline' }).click();
  const words = work.live.locator('.timeline-sentence');
  await expect(words).toContainText(/^225 queries without a network: /);
  await work.live.getByRole('radio', { name: '0 ms', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(words).toContainText(/^225 queries at 5 ms: .+, of which 1\.1 s is waiting\.$/);
  const strip = work.live.getByRole('slider', { name: 'Queries in time' });
  await strip.focus();
  await page.keyboard.press('End');
  await expect(strip).toHaveAttribute('aria-valuetext', /^Query 225, report\.py, line 18, .+ at /);
  await expectNoViolations(page);

  await work.press('Run');
  await work.live.getByRole('tab', { name: 'Timeline' }).click();
  await expect(work.live.getByRole('radio', { name: '5 ms', exact: true })).toBeChecked();
  await expect(words).toContainText('at 5 ms');
  expect(complaints).toEqual([]);
});

test('a recorded result can be opened too, on a phone as well', async ({ page, sites }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${sites.root}${LESSON}`);
  const result = page.locator('runnable-snippet .result').first();
  await result.scrollIntoViewIfNeeded();
  // Tabs turn as soon as the script of the snippet has come.
  await expect(async () => {
    await result.getByRole('tab', { name: /^Queries/ }).click();
    await expect(result.locator('.shape').first()).toBeVisible({ timeout: 1000 });
  }).toPass();
  await result.locator('.shape > summary').first().click();
  await expect(result.locator('.sql .value').first()).toBeVisible();
  await expect(result.getByRole('table', { name: 'Queries' }).first()).toBeVisible();
  await result.getByRole('tab', { name: 'Timeline' }).click();
  await expect(result.locator('.timeline-image')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
