/** Before and after: the runs of a visit, and two of them side by side. */
import { EXERCISE, expect, test } from './site.ts';
import { submission, Workspace } from './workspace.ts';

test('the starter and its cure side by side, by keyboard, and back again', async ({
  page,
  sites,
  complaints,
}) => {
  await page.goto(`${sites.root}${EXERCISE}?runtime=shipped`);
  const work = new Workspace(page);
  await expect(work.editor).toBeAttached();
  await work.press('Run');
  await work.paste(submission('solution'));
  await work.press('Run');
  await page.getByRole('tab', { name: 'Runs' }).click();
  const panel = page.getByRole('tabpanel', { name: 'Runs' });

  await expect(panel.locator('.run-sentence')).toHaveText(/^\d{3} →to 2 queries, same result\.$/);
  await expect(panel.locator('.run-name')).toHaveText(['Run 2', 'Run 1', 'Starter, recorded']);
  const scales = await panel
    .locator('svg.barcode-image')
    .evaluateAll((all) => new Set(all.map((each) => each.getAttribute('viewBox'))).size);
  expect(scales).toBe(1);
  const figures = panel.getByRole('table', { name: 'Figures before and after' });
  await expect(figures.getByRole('row', { name: /^Queries \d{3} 2$/ })).toBeVisible();
  await expect(panel.getByRole('group', { name: 'SQL only before' })).toContainText('shop_item');
  const code = panel.getByRole('table', { name: /^report\.py/ });
  await expect(code.getByRole('cell', { name: /^added: from django\.db\.models/ })).toBeVisible();

  // Run 1 instead of run 2, with the keys of a radio group.
  await panel.getByRole('radio', { name: 'After: run 2' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(panel.getByRole('status')).toHaveText(/^Comparing the starter with run 1\./);
  await expect(panel.getByText('Both ran the same code.')).toBeVisible();
  await expect(panel.getByRole('radio', { name: 'After: run 1' })).toBeFocused();

  // Another run, from there: the list grows, the focus stays.
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(panel.locator('.run-name').first()).toHaveText('Run 3');
  await expect(panel.getByRole('radio', { name: 'After: run 1' })).toBeFocused();

  const restore = panel.getByRole('button', { name: 'Restore this code: run 1' });
  await restore.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => work.savedText()).toBeNull();
  await expect(panel.getByRole('status')).toHaveText(/^The code of run 1 is in the editor/);
  // One step, which the editor can undo.
  await work.editor.click({ position: { x: 200, y: 60 } });
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => work.savedText()).toBe(submission('solution'));
  expect(complaints).toEqual([]);
});

test('on a phone nothing is cut off', async ({ page, sites }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${sites.root}${EXERCISE}?runtime=shipped`);
  const work = new Workspace(page);
  await work.press('Run');
  await page.getByRole('tab', { name: 'Runs' }).click();
  await expect(page.locator('.run-sentence')).toBeVisible();
  const wide = await page.locator('.runs').evaluate((runs) => {
    const right = Math.max(
      ...[...runs.querySelectorAll('*')].map((each) => each.getBoundingClientRect().right),
    );
    return [right, document.documentElement.scrollWidth];
  });
  for (const each of wide) expect(each).toBeLessThanOrEqual(390);
});
