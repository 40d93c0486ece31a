/** Two tabs with one exercise: neither takes the other's text away. */
import type { Page } from '@playwright/test';
import { EXERCISE, expect, test } from './site.ts';
import { Workspace } from './workspace.ts';

const KEY = 'beyond-runserver:buffers:n-plus-one';

/** What another tab, which this one hears nothing of, saves. */
async function saveElsewhere(page: Page, text: string): Promise<void> {
  await page.evaluate(
    ([key, changed]) => {
      const saved = JSON.parse(localStorage.getItem(key) ?? '{}');
      const files = { ...saved.files, 'report.py': changed };
      localStorage.setItem(key, JSON.stringify({ ...saved, revision: Date.now() + 5, files }));
    },
    [KEY, text] as const,
  );
}

test('a tab that only looks follows the one that types', async ({ context, sites }) => {
  const [one, other] = [await context.newPage(), await context.newPage()];
  for (const page of [one, other]) await page.goto(sites.root + EXERCISE);
  const [here, there] = [new Workspace(one), new Workspace(other)];
  await expect(there.editor).toBeAttached();
  await one.bringToFront();
  await here.paste('# typed in the first tab\n');
  await other.bringToFront();
  await expect(there.editor).toContainText('typed in the first tab');
  await there.paste('# and then in the second\n');
  await expect(here.editor).toContainText('and then in the second');
  for (const page of [one, other]) {
    await expect(page.getByText('in another tab too')).toHaveCount(0);
  }
});

test('with typing in both, both texts stay, and the learner chooses', async ({ page, sites }) => {
  await page.goto(sites.root + EXERCISE);
  const work = new Workspace(page);
  await expect(work.editor).toBeAttached();
  await work.paste('# mine\n');
  await saveElsewhere(page, '# theirs\n');
  await work.editor.click({ position: { x: 200, y: 60 } });
  await page.keyboard.press('Control+End');
  await page.keyboard.type('# more of mine');

  const notice = page.getByText('You changed this exercise in another tab too.');
  await expect(notice).toBeVisible();
  expect(await work.shownText()).toContain('# more of mine');
  await page.getByRole('button', { name: 'Take the other (this one is kept)' }).click();
  await expect(work.editor).toContainText('# theirs');
  await page.getByRole('button', { name: 'Take the other (this one is kept)' }).click();
  await expect(work.editor).toContainText('# more of mine');
  await page.getByRole('button', { name: 'Keep this one' }).click();
  await expect(notice).toBeHidden();

  await page.reload();
  await expect(work.editor).toContainText('# more of mine');
  await page.getByRole('button', { name: 'History' }).click();
  await page
    .getByRole('radio', { name: /^From two tabs/ })
    .first()
    .check();
  await expect(page.getByRole('table', { name: /^report\.py/ })).toContainText('# theirs');
});
