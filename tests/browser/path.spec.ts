/** The whole path of a newcomer, on the built site, by mouse and by keyboard alone. */
import { EXERCISE, expect, LESSON, test } from './site.ts';
import { Snippet } from './snippet.ts';
import { submission, Workspace } from './workspace.ts';

for (const where of ['root', 'under'] as const) {
  test(`from the lesson to a passed exercise, by mouse, ${where === 'root' ? 'at the root' : 'under a sub-path'}`, async ({
    page,
    sites,
    complaints,
  }) => {
    test.setTimeout(120_000);
    await page.goto(sites[where]);
    await page.getByRole('link', { name: 'Run it yourself' }).click();

    const slow = new Snippet(page);
    await expect(slow.place.getByText('Recorded when this page was built')).toBeVisible();
    const shown = await slow.run();
    expect(shown.verdict).toBe('An N+1: line 8 asks the database 300 times, once for each row.');
    expect(shown.text).toContain('301 queries');
    await expect(slow.live.locator('.finding')).toContainText('select_related("customer")');

    await page.getByRole('link', { name: 'Open the exercise' }).click();
    const work = new Workspace(page);
    const starter = await work.press('Run');
    expect(starter).toMatch(/^An N\+1: report\.py, line \d+ asks the database \d+ times/);
    await expect(work.live.locator('.barcode-count')).toContainText(/\d{3} queries/);
    await expect(work.live.locator('.findings-block')).toContainText('select_related("customer")');

    await expect(work.editor).toBeVisible();
    await work.paste(submission('wrong/customer-only'));
    expect(await work.press('Check')).not.toContain('passed');
    await expect(work.live.locator('.check-failed')).toContainText(
      'Uses at most 2 queries, at any size of data',
    );
    await expect(work.live.locator('.check-failed .check-measured')).toContainText('target 2');
    await expect(work.live.locator('.check-passed')).toContainText('Returns the same report');

    await work.paste(submission('solution'));
    expect(await work.press('Check')).toMatch(/2 queries, passed/);
    await expect(work.live.locator('.check-failed')).toHaveCount(0);
    expect(complaints).toEqual([]);
  });
}

test('the same by keyboard alone', async ({ page, sites, complaints }) => {
  test.setTimeout(120_000);
  const { keyboard } = page;
  const tabTo = async (name: RegExp) => {
    for (let presses = 0; presses < 60; presses++) {
      await keyboard.press('Tab');
      const words = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
      if (name.test(words)) return;
    }
    throw new Error(`The Tab key leads to nothing called ${name}.`);
  };

  await page.goto(sites.root + LESSON);
  await tabTo(/^Run$/);
  await keyboard.press('Enter');
  const slow = new Snippet(page);
  expect((await slow.shown()).text).toContain('301 queries');
  // Focus comes back from Stop, so that the next press of a key does the same again.
  await expect(slow.button('Run')).toBeFocused();

  await tabTo(/^Open the exercise$/);
  await keyboard.press('Enter');
  await page.waitForURL(`**/${EXERCISE}`);
  const work = new Workspace(page);
  await expect(work.editor).toBeVisible();
  await keyboard.press('ControlOrMeta+Enter');
  expect(await work.sentence()).toContain('An N+1');

  await tabTo(/^report\.py$/);
  await keyboard.press('Tab');
  while (!(await work.editor.evaluate((editor) => editor.contains(document.activeElement)))) {
    await keyboard.press('Tab');
  }
  await keyboard.press('ControlOrMeta+Home');
  for (const [line, text] of [
    [3, 'from shop.models import Item, Order; from django.db.models import Prefetch'],
    [
      9,
      'for order in Order.objects.select_related("customer").prefetch_related(Prefetch("items", queryset=Item.objects.select_related("product"))).order_by("-placed_at", "-pk"):',
    ],
  ] as const) {
    await keyboard.press('ControlOrMeta+Home');
    for (let at = 1; at < line; at++) await keyboard.press('ArrowDown');
    await keyboard.press('End');
    await keyboard.press('Shift+Home');
    await keyboard.type(text);
  }
  await expect.poll(() => work.savedText()).toContain('select_related("product")))');
  await work.forget();
  await keyboard.press('ControlOrMeta+Shift+Enter');
  expect(await work.sentence()).toMatch(/2 queries, passed/);

  // And out of the editor again, to the buttons under it.
  await keyboard.press('Escape');
  await tabTo(/^Check$/);
  expect(complaints).toEqual([]);
});

test('an endless loop: Stop, then the next run works', async ({ page, sites }) => {
  await page.goto(sites.root + EXERCISE);
  const work = new Workspace(page);
  await expect(work.editor).toBeVisible();
  await work.press('Run');
  await work.paste('while True:\n    pass\n');
  await work.forget();
  await work.button('Run').click();
  await expect(work.button('Stop')).toBeVisible();
  await page.keyboard.press('Escape');
  expect(await work.sentence()).toBe('You stopped it.');
  await expect(work.button('Stop')).toBeHidden();

  // By mouse as well; and what was typed is still there.
  await work.forget();
  await work.button('Run').click();
  await work.button('Stop').click();
  expect(await work.sentence()).toBe('You stopped it.');
  expect(await work.savedText()).toContain('while True');
  await work.paste(submission('solution'));
  expect(await work.press('Run')).toMatch(/^2 queries/);
  // The stopped ones are gone: what is left is the editor's worker and the spare.
  await expect.poll(() => page.workers().length).toBeLessThanOrEqual(2);
});

test('what is typed survives a reload; Reset takes the starter and can be undone', async ({
  page,
  sites,
}) => {
  await page.goto(`${sites.root}${EXERCISE}?runtime=shipped`);
  const work = new Workspace(page);
  await expect(work.editor).toBeVisible();
  await work.editor.click({ position: { x: 200, y: 60 } });
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type('# my own words ');
  await expect.poll(() => work.savedText()).toMatch(/^# my own words from decimal/);

  await page.reload();
  await expect(work.editor).toBeVisible();
  await expect.poll(() => work.shownText()).toContain('# my own words');

  await work.button('Reset').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Reset' }).click();
  await expect.poll(() => work.shownText()).not.toContain('# my own words');
  await page.getByRole('button', { name: 'Undo reset' }).click();
  await expect.poll(() => work.shownText()).toContain('# my own words');
});

test('models that differ from the project’s are opened anew, with tables of their own', async ({
  page,
  sites,
}) => {
  // No exercise lets its models be edited yet, so this page is told that its starter has other ones.
  await page.route(`**/${EXERCISE}*`, async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const [all = '', open = '', json = ''] =
      /(<script[^>]*id="workspace-data"[^>]*>)(.*?)<\/script>/s.exec(html) ?? [];
    const data = JSON.parse(json);
    const models: string = data.exercise.project.files['shop/models.py'];
    data.exercise.starter['shop/models.py'] = models.replace(
      '    note = models.TextField(blank=True)\n',
      '    note = models.TextField(blank=True)\n    gift = models.BooleanField(default=True)\n',
    );
    const text = JSON.stringify(data).replaceAll('<', '\\u003c');
    await route.fulfill({ response, body: html.replace(all, () => `${open}${text}</script>`) });
  });
  await page.goto(`${sites.root}${EXERCISE}?runtime=shipped`);
  const work = new Workspace(page);
  await expect(work.editor).toBeVisible();
  await work.paste(
    'from shop.models import Order\n\n\ndef order_report():\n    print("gifts", Order.objects.filter(gift=True).count())\n',
  );
  for (const time of ['first', 'second']) {
    expect(await work.press('Run'), time).toBe('1 query. Nothing stands out.');
    await expect(work.live.locator('.printed')).toHaveText('gifts 50\n');
  }
});
