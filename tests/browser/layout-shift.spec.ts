/** Nothing jumps: the browser's own measure, summed over what a learner does on a page. */
import type { Locator, Page } from '@playwright/test';
import { EXERCISE, expect, LESSON, test } from './site.ts';
import { Snippet } from './snippet.ts';
import { submission, Workspace } from './workspace.ts';

interface Shift {
  value: number;
  what: string[];
}

declare global {
  interface Window {
    shifts: Shift[];
  }
}

/** The sum that the pages may come to; what the web calls good is 0.1. */
const MOST = 0.02;

/**
 * Note every shift, also those right after a press: the result that it brings must not push anything
 * away. Their sources say what to mend.
 */
async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.shifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[];
      })[]) {
        const what = entry.sources.map(({ node, previousRect, currentRect }) => {
          const element = node instanceof Element ? node : node?.parentElement;
          const name = element ? `${element.localName}.${element.className}` : 'gone';
          const words = ({ x, y, width, height }: DOMRect) =>
            [x, y, width, height].map(Math.round).join(' ');
          return `${name} from ${words(previousRect)} to ${words(currentRect)}`;
        });
        window.shifts.push({ value: entry.value, what });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

async function expectStill(page: Page, what: string): Promise<void> {
  // Shifts are told with the next frame.
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))),
  );
  const shifts = await page.evaluate(() => window.shifts.splice(0));
  const total = shifts.reduce((sum, { value }) => sum + value, 0);
  expect
    .soft(total, `${what}: ${JSON.stringify(shifts.filter(({ value }) => value > 0.001))}`)
    .toBeLessThan(MOST);
}

/** Press, and wait for the result that comes, with the last one in its place until then. */
async function comeTo(result: Locator, press: () => Promise<void>): Promise<void> {
  await result.evaluateAll((all) => {
    for (const each of all) each.setAttribute('data-last', '');
  });
  await press();
  await expect(result.and(result.page().locator(':not([data-last])'))).toBeVisible({
    timeout: 45_000,
  });
}

for (const [name, viewport] of Object.entries({
  wide: { width: 1440, height: 900 },
  narrow: { width: 390, height: 844 },
})) {
  test(`the lesson stays still, ${name}`, async ({ page, sites }) => {
    await page.setViewportSize(viewport);
    await watch(page);
    await page.goto(`${sites.root}${LESSON}?runtime=shipped`);
    const slow = new Snippet(page);
    await slow.place.scrollIntoViewIfNeeded();
    await expectStill(page, 'the lesson as it opens');
    const run = () => comeTo(slow.live, () => slow.button('Run').click());
    await run();
    await expectStill(page, 'the result of a run');
    await run();
    await expectStill(page, 'a second run');
  });

  test(`the exercise stays still, ${name}`, async ({ page, sites }) => {
    await page.setViewportSize(viewport);
    await watch(page);
    await page.goto(`${sites.root}${EXERCISE}?runtime=shipped`);
    const work = new Workspace(page);
    const run = (what: 'Run' | 'Check') => comeTo(work.live, () => work.button(what).click());
    await expect(work.editor).toBeAttached();
    await expectStill(page, 'the workspace as it opens');
    await run('Run');
    await expectStill(page, 'the result of a run');
    if (name === 'wide') {
      await work.paste(submission('solution'));
      // What moves within the editor as it is typed into is the typing.
      await page.evaluate(() => window.shifts.splice(0));
    }
    await run('Check');
    await expectStill(page, 'the result of a check');
    for (const tab of await work.live.getByRole('tab').all()) {
      await tab.click();
      await expectStill(page, `the tab ${await tab.innerText()}`);
    }
    await run('Run');
    await expectStill(page, 'another run');
  });
}
