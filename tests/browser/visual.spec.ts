/**
 * The main screens as they were last looked at and found right. What differs from run to run (times, and
 * the heights of ticks) is covered. Fonts differ between machines, and letters with them: elsewhere than
 * where the pictures were taken this is skipped. `npm test -- browser --grep=visual --update-snapshots`
 * takes new ones.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { root } from '../../src/build/processes.ts';
import { EXERCISE, expect, LESSON, test } from './site.ts';
import { Workspace } from './workspace.ts';

const LETTERS = join(root, 'tests/browser/screens/letters.txt');
const SAMPLE = 'Beyond Runserver: 1,234 queries in 0.08 ms';

/** The widths of a text in the fonts of the site, which say what machine this is. */
async function letters(page: Page): Promise<string> {
  const widths = await page.evaluate((sample) => {
    const measure = (font: string) => {
      const span = document.createElement('span');
      span.style.cssText = `position: absolute; white-space: pre; font: 40px ${font}`;
      span.textContent = sample;
      document.body.append(span);
      const { width } = span.getBoundingClientRect();
      span.remove();
      return Math.round(width * 10) / 10;
    };
    return { text: measure('var(--font-text)'), code: measure('var(--font-code)') };
  }, SAMPLE);
  return `${JSON.stringify(widths)}\n`;
}

const SCREENS = {
  'front-wide-light': { path: '', width: 1440, height: 900, colorScheme: 'light' },
  'front-narrow-dark': { path: '', width: 390, height: 844, colorScheme: 'dark' },
  'exercises-wide-light': { path: 'exercises/', width: 1440, height: 900, colorScheme: 'light' },
  'lesson-wide-light': { path: LESSON, width: 1440, height: 900, colorScheme: 'light' },
  'lesson-narrow-dark': { path: LESSON, width: 390, height: 844, colorScheme: 'dark' },
  'workspace-wide-light': { path: EXERCISE, width: 1440, height: 900, colorScheme: 'light' },
  'workspace-wide-dark': { path: EXERCISE, width: 1440, height: 900, colorScheme: 'dark' },
  'workspace-middle-light': { path: EXERCISE, width: 1024, height: 768, colorScheme: 'light' },
  'workspace-narrow-light': { path: EXERCISE, width: 390, height: 844, colorScheme: 'light' },
} as const;

for (const [name, { path, width, height, colorScheme }] of Object.entries(SCREENS)) {
  test(`visual: ${name}`, async ({ page, sites }, { config }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height });
    // Nothing is downloaded beside: a bar would be at another place each time.
    await page.route('**/runtime/*', (route) => route.abort());
    await page.goto(`${sites.root}${path}`);
    const here = await letters(page);
    if (config.updateSnapshots === 'all' || config.updateSnapshots === 'changed') {
      mkdirSync(dirname(LETTERS), { recursive: true });
      writeFileSync(LETTERS, here);
    }
    const known = existsSync(LETTERS) ? readFileSync(LETTERS, 'utf8') : '';
    test.skip(here !== known, 'The pictures were taken with other fonts.');
    if (path === EXERCISE) await expect(new Workspace(page).editor).toBeAttached();
    await expect(page).toHaveScreenshot(`${name}.png`, {
      animations: 'disabled',
      caret: 'hide',
      maxDiffPixelRatio: 0.01,
      mask: [
        page.locator('.barcode-image, .barcode-count, .line-label, [data-label], .shape-time'),
        page.locator('[data-part=failure], .progress-slot'),
      ],
    });
  });
}
