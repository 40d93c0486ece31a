/** The size dial: the same code at four sizes of data, measured in the reader's browser. */
import type { Page } from '@playwright/test';
import { EXERCISE, expect, test } from './site.ts';
import { submission, Workspace } from './workspace.ts';

const panelOf = (page: Page) => page.getByRole('tabpanel', { name: 'Sizes' });

test('an N+1 grows, its cure does not, and edited code is told', async ({
  page,
  sites,
  complaints,
}) => {
  test.setTimeout(150_000);
  await page.goto(`${sites.root}${EXERCISE}?runtime=shipped`);
  const work = new Workspace(page);
  await expect(work.editor).toBeAttached();
  await work.paste(submission('solution'));
  expect(await work.press('Check')).toContain('passed');
  await page.getByRole('tab', { name: 'Sizes' }).click();
  const panel = panelOf(page);
  await panel.getByRole('button', { name: 'Measure' }).focus();
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('button', { name: 'Stop' })).toBeFocused();
  await expect(panel.getByRole('status')).toHaveText(/^2 queries at every size\./, {
    timeout: 60_000,
  });
  const table = panel.getByRole('table', { name: 'Queries and time by number of orders' });
  await expect(table.getByRole('row', { name: /^1,000 2 .* 2 / })).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Measure again' })).toBeFocused();

  await work.paste(`${submission('starter')}\n# As it was.\n`);
  await expect(panel.getByText('These are of an earlier version of your code.')).toBeVisible();
  await panel.getByRole('button', { name: 'Measure again' }).click();
  await expect(panel.getByRole('status')).toHaveText(
    /^Queries grow with the data: 10 times the orders, (9|10|11) times the queries\..* The solution: 2 queries at every size\.$/,
    { timeout: 60_000 },
  );
  expect(complaints).toEqual([]);
});

test('a run comes first, and measuring can be stopped', async ({ page, sites }) => {
  await page.goto(`${sites.root}${EXERCISE}?runtime=shipped`);
  const work = new Workspace(page);
  await expect(work.editor).toBeAttached();
  // Each size then takes a second longer, so that there is something to come before.
  await work.paste(`import time\n\ntime.sleep(1)\n${submission('starter')}`);
  await page.getByRole('tab', { name: 'Sizes' }).click();
  const panel = panelOf(page);
  await panel.getByRole('button', { name: 'Measure' }).click();
  await expect(panel.getByText('Your code with 100 orders')).toBeVisible();
  expect(await work.press('Run')).toContain('N+1');
  await page.getByRole('tab', { name: 'Sizes' }).click();
  await expect(panel.getByText('Your code with 1,000 orders')).toBeVisible();
  await panel.getByRole('button', { name: 'Stop' }).click();
  await expect(panel.getByRole('button', { name: 'Measure again' })).toBeFocused();
  const row = panel.getByRole('row', { name: /^100 \d+ / });
  await expect(row).toBeVisible();
});

test('an exercise in which more data changes nothing has no sizes', async ({ page, sites }) => {
  await page.goto(`${sites.root}exercises/order-rules/`);
  await expect(page.getByRole('tab', { name: 'Runs' })).toBeAttached();
  await expect(page.getByRole('tab', { name: 'Sizes' })).toHaveCount(0);
});
