/** The sheet of the ORM is a sheet: two sides of A4, in black, with nothing else of the page on them. */
import type { Page } from '@playwright/test';
import { expect, test } from './site.ts';

const SHEET = 'orm/cheat-sheet/';
/** What the paper leaves between its margins, in pixels of CSS. */
const PAPER = { width: 718, height: 1054 };

async function onPaper(page: Page, root: string): Promise<void> {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.setViewportSize(PAPER);
  await page.goto(`${root}${SHEET}`);
  await expect(page.locator('.sheet-side')).toHaveCount(2);
}

test('it is printed on two sides of A4', async ({ page, sites }) => {
  await page.goto(`${sites.root}${SHEET}`);
  const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
  const boxes = [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)];
  expect(boxes.map(([, width, height]) => [Math.round(Number(width)), Math.round(Number(height))]))
    // In points: 210 by 297 mm.
    .toEqual([
      [595, 842],
      [595, 842],
    ]);
});

test('no line is cut, and none is torn apart', async ({ page, sites }) => {
  await onPaper(page, sites.root);
  const found = await page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>('.sheet-line, .sheet-line > *')];
    const name = (each: HTMLElement) => `${each.closest('li')?.id} ${each.className}`;
    return {
      lines: document.querySelectorAll('.sheet-line').length,
      wide: all.filter((each) => each.scrollWidth > each.clientWidth + 1).map(name),
      torn: all
        .filter((each) => each.matches('li') && getComputedStyle(each).breakInside !== 'avoid')
        .map(name),
      page: document.documentElement.scrollWidth,
    };
  });
  expect(found).toEqual({ lines: found.lines, wide: [], torn: [], page: PAPER.width });
  expect(found.lines).toBeGreaterThan(35);
});

test('it is black on white, also for readers of the dark theme', async ({ page, sites }) => {
  await onPaper(page, sites.root);
  const colors = await page.evaluate(() => {
    const texts = [...document.querySelectorAll('.sheet-line :is(a, p, code, span)')];
    return {
      ink: [...new Set(texts.map((each) => getComputedStyle(each).color))],
      paper: getComputedStyle(document.body).backgroundColor,
    };
  });
  expect(colors).toEqual({ ink: ['rgb(0, 0, 0)'], paper: 'rgb(255, 255, 255)' });
});

test('only the sheet is printed', async ({ page, sites }) => {
  await onPaper(page, sites.root);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  for (const name of ['header', '.sidebar', '.right-sidebar', 'footer', 'button']) {
    await expect(page.locator(`${name}:visible`), name).toHaveCount(0);
  }
});

test('its button prints', async ({ page, sites }) => {
  await page.addInitScript(() => {
    window.print = () => document.body.setAttribute('data-printed', '');
  });
  await page.goto(`${sites.root}${SHEET}`);
  await page.getByRole('button', { name: 'Print it' }).click();
  await expect(page.locator('body')).toHaveAttribute('data-printed');
});
