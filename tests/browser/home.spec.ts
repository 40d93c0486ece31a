/** To feel at home: earlier versions, the way back, the search, and a list that fills. */
import type { Page } from '@playwright/test';
import { EXERCISE, expect, LESSON, requestsOf, test } from './site.ts';
import { submission, Workspace } from './workspace.ts';

/** The sum of all layout shifts since the page began. */
function shiftOf(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
            sum += entry.value;
          }
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 800);
      }),
  );
}

test.describe('the history of a file', () => {
  test('lists what was run and checked, and restores it as one step, after a reload', async ({
    page,
    sites,
    complaints,
  }) => {
    test.setTimeout(120_000);
    await page.goto(`${sites.root}${EXERCISE}?runtime=shipped`);
    const work = new Workspace(page);
    await expect(work.editor).toBeAttached();
    const first = `# first thought\n${submission('starter')}`;
    await work.paste(first);
    await work.press('Run');
    await work.paste(submission('solution'));
    expect(await work.press('Check')).toContain('passed');
    await work.paste('# all gone\n');
    await page.reload();

    await page.getByRole('button', { name: 'History' }).click();
    const dialog = page.getByRole('dialog', { name: 'History of report.py' });
    const names = dialog.getByRole('radio');
    await expect(names.nth(4)).toBeAttached();
    expect(await dialog.locator('.history-name').allTextContents()).toEqual([
      'Your version now',
      'The starter',
      'The solution',
      'Checked: passed',
      expect.stringMatching(/^Ran: \d+ queries$/),
    ]);
    await expect(dialog.getByRole('radio', { name: 'Checked: passed' })).toBeChecked();
    await expect(dialog.getByRole('status')).toHaveText(
      /^Restoring takes 1 line out and puts \d+ lines in\.$/,
    );

    // By keys: to the version below, whose text then comes back.
    await dialog.getByRole('radio', { name: 'Checked: passed' }).focus();
    await page.keyboard.press('ArrowDown');
    await expect(dialog.getByRole('table')).toContainText('# first thought');
    await dialog.getByRole('button', { name: 'Restore' }).focus();
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(work.editor).toContainText('# first thought');
    expect(await work.savedText()).toBe(first);
    await page.keyboard.press('ControlOrMeta+z');
    await expect(work.editor).toContainText('# all gone');

    await page.keyboard.press('ControlOrMeta+Shift+z');
    await expect(work.editor).toContainText('# first thought');
    await page.getByRole('button', { name: 'History' }).click();
    await expect(dialog.getByRole('radio', { name: /^Before you went back/ })).toBeAttached();
    expect(complaints).toEqual([]);
  });

  test('does not show the solution before it may be seen', async ({ page, sites }) => {
    await page.goto(sites.root + EXERCISE);
    await page.getByRole('button', { name: 'History' }).click();
    await expect(page.getByRole('radio', { name: 'The starter' })).toBeAttached();
    await expect(page.getByRole('radio', { name: 'The solution' })).toHaveCount(0);
    await expect(page.getByText('No earlier versions yet.')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'History' })).toBeFocused();
  });

  test('lives in memory without IndexedDB, which is said once', async ({ page, sites }) => {
    test.setTimeout(90_000);
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('refused', 'SecurityError');
      };
    });
    await page.goto(`${sites.root}${EXERCISE}?runtime=shipped`);
    const work = new Workspace(page);
    await expect(work.editor).toBeAttached();
    await work.paste(`# kept here\n${submission('starter')}`);
    await work.press('Run');
    const notice = page.getByText('does not let this site keep earlier versions');
    await expect(notice).toBeVisible();
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await work.paste('# later\n');
    await work.press('Run');
    await expect(notice).toBeHidden();
    await page.getByRole('button', { name: 'History' }).click();
    await page
      .getByRole('radio', { name: /^Ran: / })
      .first()
      .check();
    await expect(page.getByRole('table')).toContainText('# kept here');
  });
});

test('a full storage is named once, and work goes on', async ({ page, sites }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.goto(sites.root + EXERCISE);
  const work = new Workspace(page);
  await expect(work.editor).toBeAttached();
  const type = async (text: string) => {
    await work.editor.click({ position: { x: 200, y: 60 } });
    await page.keyboard.type(text);
    // The pause after which it would be saved.
    await page.waitForTimeout(400);
  };
  await type('# one ');
  const notice = page.getByText('no room left to save your code');
  await expect(notice).toHaveCount(1);
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await type('# two ');
  await work.button('Reset').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Reset' }).click();
  await expect(page.getByText('This is the starter again.')).toBeVisible();
  await expect(notice).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo reset' }).click();
  await expect(work.editor).toContainText('# two');
});

test.describe('the way back', () => {
  test('is not there for newcomers, and moves nothing when it is', async ({ page, sites }) => {
    await page.goto(sites.root);
    const link = page.getByRole('link', { name: /^Go on/ });
    await expect(link).toHaveCount(0);
    await page.goto(sites.root + EXERCISE);
    await expect(new Workspace(page).editor).toBeAttached();

    await page.goto(sites.root);
    await expect(link).toHaveText('Go on: The order report that asks too often');
    await expect(page.getByText('last touched today')).toBeVisible();
    expect(await shiftOf(page)).toBeLessThan(0.02);
    await page.goto(`${sites.root}exercises/`);
    expect(await shiftOf(page)).toBeLessThan(0.02);
    await link.click();
    await expect(page).toHaveURL(sites.root + EXERCISE);
  });

  test('names a lesson, and marks it in the list of lessons', async ({ page, sites }) => {
    await page.goto(sites.root + LESSON);
    const entry = page.getByRole('navigation', { name: 'Main' }).getByRole('link', {
      name: /^The N\+1 problem/,
    });
    await expect(entry).toHaveAccessibleName('The N+1 problem , visited');
    await page.goto(sites.root);
    await page.getByRole('link', { name: 'Go on: The N+1 problem' }).click();
    await expect(page).toHaveURL(sites.root + LESSON);
  });
});

test.describe('the search', () => {
  for (const where of ['', 'exercises/', LESSON, EXERCISE]) {
    test(`opens by key on /${where}, and costs nothing before`, async ({ page, sites }) => {
      const requests = requestsOf(page);
      await page.goto(sites.root + where);
      await page.waitForTimeout(500);
      const dear = /pagefind|search-dialog|names\.json/;
      expect(requests.filter((url) => dear.test(url))).toEqual([]);
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('dialog', { name: 'Search' })).toBeVisible();
      await expect(page.getByRole('searchbox')).toBeFocused();
      await expect(page.getByRole('searchbox')).toHaveValue('');
    });
  }

  test('finds API names, lessons and exercises, by keys', async ({ page, sites, complaints }) => {
    await page.goto(`${sites.under}exercises/`);
    await page.keyboard.press('Control+k');
    const dialog = page.getByRole('dialog', { name: 'Search' });
    await expect(page.getByRole('searchbox')).toBeFocused();
    await page.keyboard.type('select_related');
    await expect(dialog.getByRole('heading', { name: 'API names' })).toBeVisible();
    await expect(dialog.getByRole('heading', { name: 'Lessons' })).toBeVisible();
    await expect(dialog.getByRole('status')).toHaveText(/^\d+ results: .*API name.*lesson/);
    await expect(dialog.getByRole('link').first()).toHaveText(
      'select_related used in the lesson The N+1 problem',
    );
    await page.keyboard.press('ArrowDown');
    await expect(dialog.getByRole('link').first()).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(page.getByRole('searchbox')).toBeFocused();

    await page.getByRole('searchbox').fill('computes the same figures');
    await expect(dialog.getByRole('heading', { name: 'Exercises' })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/exercises\/cache-stampede\/$/);
    expect(complaints).toEqual([]);
  });

  test('leaves the keys of the editor alone', async ({ page, sites }) => {
    await page.goto(sites.root + EXERCISE);
    const work = new Workspace(page);
    await expect(work.editor).toBeAttached();
    await work.editor.click({ position: { x: 200, y: 60 } });
    await page.keyboard.type('/');
    await page.keyboard.press('Control+k');
    await page.waitForTimeout(300);
    await expect(page.getByRole('dialog', { name: 'Search' })).toHaveCount(0);
  });
});

test.describe('the list of exercises', () => {
  test('fills up, and is narrowed by kind, difficulty and what is open', async ({
    page,
    sites,
  }) => {
    await page.addInitScript(() => {
      const passed = {
        passed: '2026-01-02T03:04:05.000Z',
        best: { got: 2, target: 2, unit: 'queries' },
        attempts: 1,
        hints: 0,
      };
      const progress = { format: 1, exercises: { 'n-plus-one': passed } };
      localStorage.setItem('beyond-runserver:progress', JSON.stringify(progress));
    });
    await page.goto(`${sites.root}exercises/`);
    const orm = page.getByRole('region', { name: 'The ORM' });
    const row = orm.getByRole('listitem').filter({ hasText: 'The order report' });
    await expect(row).toContainText('passed, 2 queries');
    await expect(orm).toContainText(/1 of \d+ passed/);
    const shown = page.getByRole('form').getByRole('status');
    const all = await page.locator('[data-slug]').count();
    await expect(shown).toHaveText(`${all} shown`);

    await page.getByLabel('Not passed yet').check();
    await expect(row).toBeHidden();
    await expect(shown).toHaveText(`${all - 1} shown`);
    await page.getByLabel('Kind').selectOption('queries');
    await page.getByLabel('Difficulty').selectOption('hard');
    await expect(page.getByRole('region', { name: 'Caching' })).toBeHidden();
    await expect(page.getByRole('link', { name: /index/i }).first()).toBeVisible();
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect(shown).toHaveText(`${all} shown`);
    await expect(row).toBeVisible();
  });

  test('shows all of it without script', async ({ browser, browserName, sites }) => {
    test.skip(browserName === 'firefox', 'Firefox cannot be driven without script.');
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(`${sites.root}exercises/`);
    await expect(page.getByRole('link', { name: 'The order report that asks' })).toBeVisible();
    await expect(page.getByLabel('Kind')).toBeHidden();
    await page.close();
  });
});

test('an exercise says where it stands, and what comes next', async ({ page, sites }) => {
  await page.goto(`${sites.root}${EXERCISE}?runtime=shipped`);
  const task = page.getByRole('region', { name: 'Task' });
  await expect(task).toContainText(/The ORM\s*The N\+1 problem\s*Exercise \d+ of \d+/);
  const work = new Workspace(page);
  await expect(work.editor).toBeAttached();
  await expect(page.getByRole('link', { name: /^Next: / })).toBeHidden();
  await work.paste(submission('solution'));
  await work.press('Check');
  await page.getByRole('link', { name: /^Next: / }).click();
  await expect(task).toContainText(/Exercise \d+ of \d+/);
  expect(page.url()).not.toContain(EXERCISE);
});

test('the front page shows its point at once, at every width', async ({ page, sites }) => {
  for (const [width, height] of [
    [360, 800],
    [1024, 768],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.goto(sites.root);
    const strip = page.getByRole('img', { name: /^301 queries/ });
    await expect(strip).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole('img', { name: /^1 query/ })).toBeInViewport({ ratio: 0.01 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(width);
    expect(await shiftOf(page)).toBeLessThan(0.02);
  }
});
