/** The solution: not before the last hint, asked once more, and then beside the learner's files. */
import { EXERCISE, expect, test } from './site.ts';
import { submission, Workspace } from './workspace.ts';

test('giving up shows the solution, and is remembered', async ({ page, sites, complaints }) => {
  await page.goto(`${sites.root}${EXERCISE}`);
  const work = new Workspace(page);
  await expect(work.editor).toBeAttached();
  const giveUp = page.getByRole('button', { name: 'Give up: show the solution' });
  const compare = page.locator('#pane-text').getByRole('button', { name: 'Compare with the' });
  await expect(giveUp).toBeHidden();
  await work.openHints();

  await giveUp.click();
  await page.getByRole('button', { name: 'Keep trying' }).click();
  await expect(compare).toBeHidden();
  await giveUp.click();
  await page.getByRole('button', { name: 'Show the solution', exact: true }).click();

  const dialog = page.getByRole('dialog', { name: 'Your files and the solution' });
  const table = dialog.getByRole('table', { name: /^report\.py/ });
  await expect(table.getByRole('columnheader', { name: 'Yours' })).toBeVisible();
  await expect(table.getByRole('cell', { name: /^added: from django\.db\.models/ })).toBeVisible();
  await expect(table.locator('ins')).not.toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(compare).toBeFocused();

  await page.reload();
  await expect(compare).toBeVisible();
  await expect(giveUp).toBeHidden();
  expect(complaints).toEqual([]);
});

test('a narrow screen has one column, and long unchanged parts open', async ({ page, sites }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${sites.root}${EXERCISE}`);
  await new Workspace(page).openHints();
  await page.getByRole('button', { name: 'Give up: show the solution' }).click();
  await page.getByRole('button', { name: 'Show the solution', exact: true }).click();
  const table = page.getByRole('table', { name: /^report\.py/ });
  await expect(table.getByRole('cell', { name: /^removed, yours: / })).not.toHaveCount(0);
  const fold = table.getByRole('button', { name: /unchanged lines$/ });
  const rows = await table.getByRole('row').count();
  await fold.focus();
  await page.keyboard.press('Enter');
  await expect(fold).toBeHidden();
  expect(await table.getByRole('row').count()).toBeGreaterThan(rows);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
});

test('after a pass the result offers the comparison', async ({ page, sites }) => {
  await page.goto(`${sites.root}${EXERCISE}?runtime=shipped`);
  const work = new Workspace(page);
  await expect(work.editor).toBeAttached();
  await work.paste(submission('solution'));
  expect(await work.press('Check')).toContain('passed');
  await work.live.getByRole('button', { name: 'Compare with the solution' }).click();
  await expect(page.getByText('No difference: yours is the solution')).toBeVisible();
});
