/** The editor after real runs, its commands by keys alone, its settings, and the light one. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Completion, Language } from '../../src/editor/language.ts';
import { EXERCISE, expect, test } from './site.ts';
import { submission, Workspace } from './workspace.ts';

interface Answering {
  answer(): number;
}

const STARTER = submission('starter');

async function open(page: Page, root: string, editor = '.monaco-editor'): Promise<Workspace> {
  await page.goto(`${root}${EXERCISE}?runtime=shipped`);
  await expect(page.locator(editor).first()).toBeAttached();
  return new Workspace(page);
}

function line(page: Page, text: string) {
  return page.locator('.view-line').filter({ hasText: text }).first();
}

/** Press keys until the palette's list has this command alone, and take it. */
async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('F1');
  await page.getByRole('combobox', { name: 'Find a command' }).fill(words);
  await page.keyboard.press('Enter');
}

test('after a run each line has its count, and pointing at it shows the SQL', async ({
  page,
  sites,
  complaints,
}) => {
  const work = await open(page, sites.root);
  await work.paste(`${STARTER}\n`);
  // The recorded marks belong to the starter's lines; these are the run's own.
  await work.press('Run');
  await expect(page.locator('.line-count-124')).toHaveCSS('content', 'normal');
  const shown = await page
    .locator('.line-count-124')
    .evaluate((sign) => getComputedStyle(sign, '::before').content);
  expect(shown).toBe('"124×"');
  await expect(page.locator('.line-count-50')).toHaveCount(2);
  await expect(page.locator('.line-bar.line-heat-3')).toHaveCount(1);

  // A new line below a marked one takes nothing of the mark.
  await line(page, 'items.append(').click();
  await page.keyboard.press('ControlOrMeta+Home');
  for (let times = 0; times < 8; times++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(page.locator('.line-count-1')).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+z');

  const hover = page.locator('.monaco-hover').filter({ hasText: 'shop_product' });
  // The words come a moment after the pointer has come to rest; what is drawn meanwhile moves the line.
  await expect(async () => {
    await page.mouse.move(0, 0);
    await line(page, 'items.append(').hover({ position: { x: 150, y: 8 } });
    await expect(hover).toContainText('124 queries', { timeout: 3000 });
  }).toPass();
  await expect(hover).toContainText('SELECT');
  expect(complaints).toEqual([]);
});

test('an error stands at its line until the line is changed', async ({ page, sites }) => {
  const work = await open(page, sites.root);
  await work.paste(STARTER.replace('rows = []', 'rows = Order.objects.filter(nope=1)'));
  // The caret is at the end, and the line may be out of sight.
  await page.keyboard.press('ControlOrMeta+Home');
  await work.press('Run');
  const squiggle = page.locator('.squiggly-error');
  await expect(squiggle).toHaveCount(1);
  await line(page, 'nope=1').hover({ position: { x: 150, y: 8 } });
  const words = page.locator('.monaco-hover').filter({ hasText: "keyword 'nope'" });
  await expect(words).toBeVisible();
  await line(page, 'nope=1').click();
  await page.keyboard.press('End');
  await page.keyboard.type('  ');
  await expect(squiggle).toHaveCount(0);
});

test('all that the workspace does is found by keys alone', async ({ page, sites, complaints }) => {
  const work = await open(page, sites.root);
  await page.keyboard.press('ControlOrMeta+Shift+P');
  const palette = page.getByRole('dialog', { name: 'Commands' });
  await expect(palette.getByRole('combobox')).toBeFocused();
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.target])).toEqual([]);
  await page.keyboard.type('main.py');
  await expect(palette.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(palette).toBeHidden();
  await expect(page.getByRole('tab', { name: 'main.py' })).toHaveAttribute('aria-selected', 'true');
  await expect.poll(() => work.shownText()).toContain('order_report');

  await command(page, 'go text');
  await expect(page.locator('#pane-text')).toBeFocused();
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(keys.getByRole('row', { name: /^Format this file/ })).toContainText('F');
  const again = await new AxeBuilder({ page }).exclude('iframe').analyze();
  expect(again.violations.map(({ id, nodes }) => [id, nodes[0]?.target])).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.locator('#pane-text')).toBeFocused();

  // In the code it is a sign like any other.
  await command(page, 'go report.py');
  await page.keyboard.press('?');
  await expect(keys).toBeHidden();
  await expect.poll(() => work.savedText()).toContain('?');

  await page.keyboard.press('Shift+Alt+C');
  await expect(page.locator('#pane-text')).toBeHidden();
  // The first may close a list of completions.
  await expect(async () => {
    await page.keyboard.press('Escape');
    await expect(page.locator('#pane-text')).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 10_000 });
  expect(complaints).toEqual([]);
});

test('settings hold at once, and on the next visit', async ({ page, sites }) => {
  await open(page, sites.root);
  const lines = page.locator('.monaco-editor .view-lines');
  await expect(lines).toHaveCSS('font-size', '14px');
  await page.getByRole('button', { name: 'Editor menu' }).click();
  await page.getByRole('button', { name: 'Larger code' }).click();
  await page.getByRole('checkbox', { name: 'Light editor' }).check();
  await expect(page.locator('.cm-editor')).toBeVisible();
  await expect(page.locator('.cm-scroller')).toHaveCSS('font-size', '16px');
  await page.reload();
  await expect(page.locator('.cm-scroller')).toHaveCSS('font-size', '16px');
  await page.getByRole('button', { name: 'Editor menu' }).click();
  await page.getByRole('checkbox', { name: 'Light editor' }).uncheck();
  await expect(lines).toHaveCSS('font-size', '16px');
});

test('Ruff comes when it is wanted, formats, and reads what is typed', async ({
  page,
  sites,
  complaints,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/editor/ruff')) asked.push(request.url());
  });
  const work = await open(page, sites.root);
  await work.paste(STARTER.replace('rows = []', 'rows   =   [ ]'));
  expect(asked).toEqual([]);
  await page.keyboard.press('Shift+Alt+F');
  await expect.poll(() => work.savedText()).toBe(null);
  await expect(page.getByText('Formatted report.py.')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => work.savedText()).toContain('rows   =   [ ]');

  await command(page, 'show problems');
  await work.paste(`import os\n${STARTER}`);
  await page.keyboard.press('ControlOrMeta+Home');
  await expect(page.locator('.squiggly-warning')).toHaveCount(1);
  await work.paste(`${STARTER}\nx = (`);
  await expect(page.locator('.squiggly-error').first()).toBeVisible();
  await page.keyboard.press('Shift+Alt+F');
  await expect(page.getByText('report.py was not formatted: it is not valid')).toBeVisible();
  expect(complaints).toEqual([]);
});

test.describe('on a touch screen', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('the light editor has the same text and the same marks', async ({
    page,
    sites,
    complaints,
    browserName,
  }) => {
    test.skip(browserName === 'firefox', 'Firefox cannot be told to be a touch screen.');
    const work = await open(page, sites.root, '.cm-editor');
    await page.getByRole('navigation', { name: 'Parts of the' }).getByText('Code').tap();
    const text = page.getByRole('textbox', { name: 'Editor: report.py' });
    await text.tap();
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.type('# mine\n');
    await expect.poll(() => work.savedText()).toBe(`# mine\n${STARTER}`);
    await work.press('Run');
    await page.getByRole('navigation', { name: 'Parts of the' }).getByText('Code').tap();
    const sign = page.locator('.light-sign', { hasText: '124×' });
    await sign.tap();
    await expect(page.locator('.light-asked')).toContainText('SELECT');
    await expect(page.getByRole('button', { name: /^Line 14: 124 queries/ })).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.target])).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(390);

    // The text area is what is left when nothing loads.
    await page.route('**/editor/*.js', (route) => route.abort());
    await page.reload();
    await page.getByRole('navigation', { name: 'Parts of the' }).getByText('Code').tap();
    await expect(page.locator('.plain-editor')).toHaveValue(`# mine\n${STARTER}`);
    expect(complaints.filter((each) => !/ERR_FAILED/.test(each))).toEqual([]);
  });
});

test('Escape, then Tab, leaves the light editor', async ({ page, sites }) => {
  await page.addInitScript(() => {
    const settings = { format: 1, editor: 'light' };
    localStorage.setItem('beyond-runserver:settings', JSON.stringify(settings));
  });
  const work = await open(page, sites.root, '.cm-editor');
  const text = page.getByRole('textbox', { name: 'Editor: report.py' });
  await text.focus();
  await page.keyboard.press('Tab');
  await expect.poll(() => work.savedText()).toBe(`    ${STARTER}`);
  await expect(text).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(text).not.toBeFocused();
});

for (const editor of ['monaco', 'light'] as const) {
  test(`a language completes what is typed, and never holds it up: ${editor}`, async ({
    page,
    sites,
  }) => {
    await open(page, sites.root);
    await page.evaluate(async (which) => {
      const data = JSON.parse(document.getElementById('workspace-data')?.textContent ?? '');
      const assets = data.editor;
      const items = ['customer', 'created'].map(
        (label): Completion => ({
          label,
          kind: 'relation',
          insert: label,
          replace: 0,
          detail: 'ForeignKey to Customer',
          documentation: '',
        }),
      );
      const waiting: (() => void)[] = [];
      Object.assign(window, { answer: () => waiting.splice(0).map((each) => each()).length });
      const language: Language = {
        complete: (_, text, offset) => {
          const replace = /\w*$/.exec(text.slice(0, offset))?.[0].length ?? 0;
          const { promise, resolve } = Promise.withResolvers<Completion[]>();
          waiting.push(() => resolve(items.map((each) => ({ ...each, replace }))));
          return promise;
        },
        signature: async () => null,
        describe: async () => null,
      };
      const host = document.createElement('div');
      host.style.cssText = 'position: fixed; inset: 0; z-index: 99; background: white';
      document.body.append(host);
      const files = [{ path: 'a.py', text: 'Order.filter', readOnly: false }];
      const options = { files, label: 'Tried', onChange: () => {}, language };
      const script = which === 'monaco' ? assets.script : assets.light.script;
      const module = await import(new URL(script, document.baseURI).href);
      const made =
        which === 'monaco'
          ? module.createMonaco(host, new URL(assets.worker, document.baseURI).href, options)
          : module.createLight(host, options);
      made.open('a.py');
      made.focus();
    }, editor);
    /** How many questions were open, and are answered now. */
    const answer = () => page.evaluate(() => (window as unknown as Answering).answer());
    const popup = page.locator('.suggest-widget.visible, .cm-tooltip-autocomplete');
    const text = page.locator('.view-line, .cm-line');
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type('(cus', { delay: 30 });
    await expect(text.filter({ hasText: 'Order.filter(cus)' })).toBeVisible();
    await expect.poll(answer).toBeGreaterThan(0);
    await expect(popup).toContainText('customer');
    await expect(popup).not.toContainText('created');
    // A popup that has just come takes no Enter: it may be meant for a new line.
    await page.waitForTimeout(200);
    await page.keyboard.press('Enter');
    await expect(text.filter({ hasText: 'Order.filter(customer)' })).toBeVisible();

    // Who goes on before the answer comes is left alone.
    await page.keyboard.type(', cre', { delay: 30 });
    await page.keyboard.press('Home');
    await answer();
    await page.waitForTimeout(600);
    await answer();
    await expect(popup).toHaveCount(0);
    await expect(text.filter({ hasText: 'Order.filter(customer, cre)' })).toBeVisible();
  });
}
