/** No violation that axe can find, on each page, light and dark, wide and narrow. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { EXERCISE, expect, LESSON, test } from './site.ts';
import { Snippet } from './snippet.ts';
import { Workspace } from './workspace.ts';

const SIZES = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } };

async function expectNoViolations(page: Page, what: string): Promise<void> {
  // The sandbox is an empty, hidden frame, which axe's own script may not enter.
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
  expect.soft(found, what).toEqual([]);
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const size of ['wide', 'narrow'] as const) {
    test(`${colorScheme}, ${size}`, async ({ page, sites }) => {
      test.setTimeout(240_000);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize(SIZES[size]);
      await page.goto(sites.root);
      await expectNoViolations(page, 'the front page');
      await page.goto(`${sites.root}exercises/`);
      await expectNoViolations(page, 'the list of exercises');
      await page.getByRole('button', { name: 'Search' }).click();
      await page.getByRole('searchbox').fill('select_related');
      await expect(
        page.getByRole('dialog', { name: 'Search' }).getByRole('link').first(),
      ).toBeVisible();
      await expectNoViolations(page, 'the search');
      await page.goto(`${sites.root}no-such-page/`);
      await expectNoViolations(page, 'the page that is not there');

      await page.goto(`${sites.root}${LESSON}?runtime=shipped`);
      await expectNoViolations(page, 'the lesson');
      const slow = new Snippet(page);
      await slow.run();
      await expectNoViolations(page, 'the lesson after a run');
      await slow.live.getByRole('tab', { name: /^Queries/ }).click();
      await expectNoViolations(page, 'the queries');

      await page.goto(`${sites.root}${EXERCISE}?runtime=shipped`);
      const work = new Workspace(page);
      await expect(work.editor).toBeAttached();
      const view = async (name: 'Read' | 'Code' | 'Result') => {
        if (size === 'narrow') {
          await page
            .getByRole('navigation', { name: 'Parts of the workspace' })
            .getByRole('button', { name })
            .click();
        }
      };
      await expectNoViolations(page, 'the workspace');
      await view('Code');
      await expectNoViolations(page, 'the code');
      await work.press('Run');
      await expectNoViolations(page, 'the workspace after a run');
      await page.getByRole('tab', { name: 'Timeline' }).click();
      await expectNoViolations(page, 'the timeline');
      await page.getByRole('tab', { name: 'Data' }).click();
      await expect(page.getByRole('grid')).toBeVisible();
      await expectNoViolations(page, 'the data');
      await view('Code');
      await work.press('Check');
      await expectNoViolations(page, 'the workspace after a check');
      await page.getByRole('tab', { name: 'Runs' }).click();
      await expect(page.locator('.run-pair')).toBeVisible();
      await expectNoViolations(page, 'the runs');
      await page.getByRole('tab', { name: 'Sizes' }).click();
      await page.getByRole('button', { name: 'Measure' }).click();
      await expect(page.locator('.size-sentence')).toBeVisible();
      await page.getByRole('button', { name: 'Stop' }).click();
      await expectNoViolations(page, 'the sizes');

      await page.reload();
      await expect(work.editor).toBeAttached();
      await page.keyboard.press('F1');
      await page.getByRole('combobox', { name: /command/i }).fill('history');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('dialog', { name: /^History/ })).toBeVisible();
      await expectNoViolations(page, 'the history');
      await page.keyboard.press('Escape');
      await view('Read');
      await work.openHints();
      await expectNoViolations(page, 'the hints');
      await page.getByRole('button', { name: 'Give up: show the solution' }).click();
      await expectNoViolations(page, 'the question before the solution');
      await page.getByRole('button', { name: 'Show the solution', exact: true }).click();
      await expect(page.getByRole('table', { name: /your lines and/ })).toBeVisible();
      await expectNoViolations(page, 'the comparison with the solution');
    });
  }
}
