import type { Browser, Page } from '@playwright/test';
import { untilReady, visit } from './browser.ts';

/** So much is typed, one key at a time, as somebody types who is in a hurry. */
const KEYS = 'total = sum(item.price for item in items)  ';
const PAUSE_MS = 60;

const asking = (times: number) => `from shop.models import Order

def order_report():
    for number in range(${times}):
        Order.objects.filter(pk=number).exists()
    return []
`;

/**
 * Milliseconds from the report's arrival in the page, still text, until the panel that shows its queries
 * is painted.
 */
export async function timeOpening(browser: Browser, site: string, times: number): Promise<number> {
  const { page, close } = await opened(browser, site, times);
  await page.evaluate(() => {
    const host = document.querySelector('[data-part=result]');
    if (!host) throw new Error('The workspace has no result.');
    new MutationObserver((_, observer) => {
      if (!host.querySelector('.live')) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => performance.mark('panel:painted')));
    }).observe(host, { childList: true, subtree: true });
  });
  await page.locator('[data-action=run]').click();
  const handle = await page.waitForFunction(
    () => {
      const at = (name: string) => performance.getEntriesByName(name).at(-1)?.startTime;
      const [reported, painted] = [at('report:arrived'), at('panel:painted')];
      return reported !== undefined && painted !== undefined ? painted - reported : null;
    },
    undefined,
    { timeout: 120_000, polling: 50 },
  );
  const milliseconds = (await handle.jsonValue()) ?? Number.NaN;
  await close();
  return milliseconds;
}

/** The longest interaction while typing beside a result of so many queries, in milliseconds. */
export async function timeTyping(browser: Browser, site: string, times: number): Promise<number> {
  const { page, close } = await opened(browser, site, times);
  await page.locator('[data-action=run]').click();
  await page.locator('.live [role=tab]', { hasText: 'Queries' }).click();
  for (const group of await page.locator('.live details.shape > summary').all())
    await group.click();
  await untilReady(page);
  await page.evaluate(() => {
    const longest = { milliseconds: 0 };
    Object.assign(window, { longest });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        longest.milliseconds = Math.max(longest.milliseconds, duration);
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
  await focusEditor(page);
  await page.keyboard.type(KEYS, { delay: PAUSE_MS });
  await page.waitForTimeout(300);
  const longest = await page.evaluate(
    () => (window as unknown as { longest: { milliseconds: number } }).longest.milliseconds,
  );
  await close();
  return longest;
}

async function opened(browser: Browser, site: string, times: number) {
  const visited = await visit(browser, `${site}exercises/n-plus-one/`);
  const { page } = visited;
  await untilReady(page);
  await focusEditor(page);
  await page.keyboard.press('ControlOrMeta+a');
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    const event = new ClipboardEvent('paste', { bubbles: true, clipboardData });
    document.activeElement?.dispatchEvent(event);
  }, asking(times));
  await page.keyboard.press('ControlOrMeta+End');
  return visited;
}

async function focusEditor(page: Page): Promise<void> {
  await page
    .locator('.monaco-editor')
    .first()
    .click({ position: { x: 200, y: 60 } });
}
