/** The challenge in the browser: its score grows with each defect that is mended, and the best is kept. */

import type { Page } from '@playwright/test';
import { readExercise } from '../../src/build/catalog.ts';
import { expect, test } from './site.ts';
import { Workspace } from './workspace.ts';

const exercise = readExercise('the-slow-dashboard');
const { slug, editable, version, starter, solution } = exercise;

/** Put into the browser what it would have kept, had the learner taken these files from the solution. */
async function solve(page: Page, solved: (path: string) => boolean): Promise<void> {
  const text = (path: string) => (solved(path) ? solution : starter)[path] ?? '';
  const files = Object.fromEntries(editable.map((path) => [path, text(path)]));
  await page.evaluate(([key, kept]) => localStorage.setItem(key, kept), [
    `beyond-runserver:buffers:${slug}`,
    JSON.stringify({ format: 1, version, files, kept: null }),
  ] as const);
  await page.reload();
}

test('the score grows as defects fall, and the best attempt is kept', async ({
  page,
  sites,
  complaints,
}) => {
  test.setTimeout(300_000);
  const work = new Workspace(page);
  const mended = work.live.locator('.score-mended');
  const best = page.locator('[data-part=attainment]');
  await page.goto(`${sites.root}exercises/${slug}/`);

  expect(await work.press('Check')).toBe('0 of 100 points: 0 of 8 defects mended.');
  await expect(work.live.locator('.score i')).toHaveCount(8);
  await expect(mended).toHaveCount(0);
  // No failure hides another: each page says what it took, and what it may take.
  await expect(work.live.getByText('Failed:')).toHaveCount(8);
  await expect(work.live.locator('.check-measured')).toContainText([
    '5 queries, target 1',
    'target 4',
    'target 1',
    'target 4',
  ]);

  await solve(page, (path) => path === 'templates/packing.html');
  expect(await work.press('Check')).toBe('10 of 100 points: 1 of 8 defects mended.');
  await expect(mended).toHaveCount(1);
  await expect(work.live.getByText('10 of 10 points')).toHaveCount(1);
  await expect(page.locator('[data-part=result] > [role=status]')).toHaveText(
    '10 of 100 points: 1 of 8 defects mended.',
  );

  await solve(page, () => false);
  await work.press('Check');
  await expect(best).toHaveText('Your best so far: 10 of 100 points, 1 of 8 defects mended');
  await page.goto(`${sites.root}exercises/`);
  const row = page.locator(`[data-slug=${slug}] [data-part=best]`);
  await expect(row).toHaveText('10 of 100 points');
  await page.goto(`${sites.root}orm/challenge/`);
  const card = page.locator(`#exercise-${slug}`);
  await expect(card).toContainText('Your best so far: 10 of 100 points');

  await page.goto(`${sites.root}exercises/${slug}/`);
  await solve(page, () => true);
  expect(await work.press('Check')).toBe('100 of 100 points: all 8 defects mended.');
  await expect(mended).toHaveCount(8);
  await expect(best).toHaveText('You passed this with 100 points');
  await page.goto(`${sites.root}exercises/`);
  await expect(row).toHaveText('passed, 100 points');
  await page.goto(`${sites.root}orm/challenge/`);
  await expect(card).toContainText('You passed this with 100 points');
  await expect(card).not.toContainText('Your best so far');
  expect(complaints).toEqual([]);
});
