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
