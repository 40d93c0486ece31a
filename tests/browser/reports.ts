/** The reports as they come out of the sandbox, for tests that must compare every number in them. */
import type { Page } from '@playwright/test';
import type { Report } from '../../src/runtime/report.ts';

/** Keep a copy of every report that reaches the page; call it before the page is opened. */
export async function keepReports(page: Page): Promise<() => Promise<Report[]>> {
  await page.addInitScript(() => {
    const kept: unknown[] = [];
    Object.assign(window, { kept });
    const own = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage');
    Object.defineProperty(MessagePort.prototype, 'onmessage', {
      ...own,
      set(listener: (event: MessageEvent) => void) {
        own?.set?.call(this, (event: MessageEvent) => {
          if (event.data?.kind === 'report') kept.push(event.data.text);
          listener(event);
        });
      },
    });
  });
  return async () => {
    const texts = await page.evaluate(() => (window as unknown as { kept: string[] }).kept);
    return texts.map((text) => JSON.parse(text) as Report);
  };
}

/** A report without its timings: what must be the same wherever it was made. */
export function timeless(report: Report): object {
  return {
    ...report,
    timings: null,
    queries: report.queries.map((query) => ({ ...query, start_ms: 0, duration_ms: 0 })),
    shapes: report.shapes.map((shape) => ({ ...shape, total_ms: 0 })),
  };
}
