/** Every lesson and list as a reader meets it: nothing that axe finds, nothing wider than the window. */
import AxeBuilder from '@axe-core/playwright';
import { readLessons } from '../../src/build/lessons.ts';
import { expect, test } from './site.ts';

const LOOKS = [
  { colorScheme: 'light', width: 1440 },
  { colorScheme: 'dark', width: 390 },
] as const;
const PAGES = ['lessons/', 'coverage/', ...readLessons().map(({ id }) => `${id}/`)];

for (const path of PAGES) {
  test(`${path} has no violation and fits`, async ({ page, sites, complaints }) => {
    test.setTimeout(90_000);
    for (const { colorScheme, width } of LOOKS) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`${sites.root}${path}`);
      const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
      );
      expect.soft(found, `${colorScheme} at ${width}`).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect.soft(wide, `width at ${width}`).toBeLessThanOrEqual(width);
    }
    expect(complaints).toEqual([]);
  });
}

test('a result on Django 5.2 can be looked into, and not run', async ({ page, sites }) => {
  await page.goto(`${sites.root}orm/lost-updates/`);
  const snippet = page.locator('recorded-snippet');
  await expect(snippet.getByText(/^On Django 5\.2/)).toBeVisible();
  await expect(snippet.getByRole('button', { name: 'Run' })).toHaveCount(0);
  await expect(snippet.getByText('in the database: 8')).toBeVisible();
  await snippet.getByRole('tab', { name: /^Queries/ }).click();
  await expect(snippet.getByText('UPDATE warehouse_stock').first()).toBeVisible();
});
