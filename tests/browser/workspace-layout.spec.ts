/** The workspace beside its runs: the editor's arrival, panes, versions, phones. */
import type { Page } from '@playwright/test';
import { EXERCISE, expect, test } from './site.ts';
import { Workspace } from './workspace.ts';

const KEY = 'beyond-runserver:buffers:n-plus-one';

interface Letter {
  letter: string;
  color: string;
  x: number;
  y: number;
}

/** The first letter that looks different or stands elsewhere; engines round within a pixel. */
function difference(before: readonly Letter[], after: readonly Letter[]) {
  const index = before.findIndex((old, at) => {
    const now = after[at];
    return (
      old.letter !== now?.letter ||
      old.color !== now.color ||
      Math.abs(old.x - now.x) > 1 ||
      Math.abs(old.y - now.y) > 1
    );
  });
  return index < 0 ? null : { before: before[index], after: after[index] };
}

/** Each visible letter of the code with its color and place, line by line. */
function letters(page: Page, lines: string): Promise<Letter[][]> {
  return page.evaluate((selector) => {
    const read = (line: Element): Letter[] => {
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      const found: Letter[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const { parentElement: parent, textContent: text } = node;
        if (!parent || !text || parent.closest('.line-label')) continue;
        for (const [index, letter] of [...text].entries()) {
          if (/\s/.test(letter)) continue;
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + 1);
          const { x, y } = range.getBoundingClientRect();
          const { color } = getComputedStyle(parent);
          found.push({ letter, color, x, y });
        }
      }
      return found;
    };
    return [...document.querySelectorAll(selector)]
      .sort((a, b) => a.getBoundingClientRect().y - b.getBoundingClientRect().y)
      .map(read)
      .filter((line) => line.length > 0);
  }, lines);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the editor takes the static code's place letter by letter, ${colorScheme}`, async ({
    page,
    sites,
  }) => {
    await page.emulateMedia({ colorScheme });
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/editor/*.js', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(sites.root + EXERCISE, { waitUntil: 'domcontentloaded' });
    const before = await letters(page, '[data-part=static] [data-path="report.py"] .line');
    release();
    await expect(page.locator('.monaco-editor .view-line').first()).toBeVisible();
    // Monaco draws what is in view: as many lines as it shows must be the same.
    await expect
      .poll(async () => {
        const after = await letters(page, '.monaco-editor .view-line');
        if (after.length < 10) return 'too few lines';
        return difference(before.slice(0, after.length).flat(), after.flat());
      })
      .toBeNull();
  });
}

test('panes are moved by arrow keys, and stay where they were put', async ({ page, sites }) => {
  await page.goto(sites.root + EXERCISE);
  const text = page.locator('#pane-text');
  const splitter = page.getByRole('separator', { name: 'Size of the text' });
  const width = async () => (await text.boundingBox())?.width ?? 0;
  const before = await width();
  await splitter.focus();
  for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowRight');
  await expect(splitter).toHaveAttribute('aria-valuenow', '46');
  const after = await width();
  expect(after).toBeGreaterThan(before + 100);
  await page.reload();
  await expect(splitter).toHaveAttribute('aria-valuenow', '46');
  expect(await width()).toBe(after);
});

test('an exercise that changed leaves the learner’s text and asks', async ({ page, sites }) => {
  await page.addInitScript((key) => {
    const mine = { format: 1, version: 'old', files: { 'report.py': 'mine = 1\n' }, kept: null };
    if (!localStorage.getItem(key)) localStorage.setItem(key, JSON.stringify(mine));
  }, KEY);
  await page.goto(sites.root + EXERCISE);
  const work = new Workspace(page);
  await expect(work.editor).toBeVisible();
  await expect.poll(() => work.shownText()).toContain('mine = 1');
  await expect(page.getByText('This exercise has changed since you began.')).toBeVisible();
  await page.getByRole('button', { name: 'Take the new starter (mine is kept)' }).click();
  await expect.poll(() => work.shownText()).toContain('def order_report');
  await page.getByRole('button', { name: 'Bring mine back' }).click();
  await expect.poll(() => work.shownText()).toContain('mine = 1');
});

test('hints open one at a time and stay open', async ({ page, sites }) => {
  await page.goto(sites.root + EXERCISE);
  const hints = page.locator('#pane-text li');
  await expect(page.getByText('3 hints left')).toBeVisible();
  await page.getByRole('button', { name: 'Show a hint' }).click();
  await expect(hints.filter({ visible: true })).toHaveCount(1);
  await page.reload();
  await expect(page.getByText('2 hints left')).toBeVisible();
  await expect(hints.filter({ visible: true })).toHaveCount(1);
});

test('a place in the result leads to its line', async ({ page, sites }) => {
  await page.goto(sites.root + EXERCISE);
  const work = new Workspace(page);
  await expect(work.editor).toBeVisible();
  await page.locator('#pane-code').getByRole('tab', { name: 'main.py' }).click();
  await page.locator('#pane-result .findings .place').first().click();
  await expect(page.getByRole('tab', { name: 'report.py' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await expect(work.editor.locator('.active-line-number')).toHaveText('9');
});

test.describe('on a narrow screen', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('three parts, one at a time, and Run in all of them', async ({ page, sites }) => {
    await page.goto(sites.root + EXERCISE);
    const work = new Workspace(page);
    const parts = page.getByRole('navigation', { name: 'Parts of the workspace' });
    for (const [name, pane] of [
      ['Read', '#pane-text'],
      ['Code', '#pane-code'],
      ['Result', '#pane-result'],
    ] as const) {
      await parts.getByRole('button', { name }).click();
      await expect(page.locator(pane)).toBeVisible();
      await expect(page.locator('[data-pane]').filter({ visible: true })).toHaveCount(1);
      await expect(work.button('Run')).toBeInViewport();
    }
    await expect(parts.getByRole('button', { name: 'Result' })).toHaveText(/\d{3}/);
  });
});
