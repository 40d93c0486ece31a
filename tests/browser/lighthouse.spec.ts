/**
 * A lesson page by Lighthouse's measure, as a compressing host serves it; with `LIGHTHOUSE=all` every lesson,
 * which takes a quarter of an hour.
 */
import { createServer } from 'node:net';
import { chromium } from '@playwright/test';
import lighthouse, { type Config, desktopConfig } from 'lighthouse';
import { findBrowsers } from '../../src/build/browsers.ts';
import { readLessons } from '../../src/build/lessons.ts';
import { expect, LESSON, test } from './site.ts';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const LEAST = 98;
const PAGES = process.env.LIGHTHOUSE === 'all' ? readLessons().map(({ id }) => `${id}/`) : [LESSON];

const PRESETS: Readonly<Record<string, Config | undefined>> = {
  desktop: desktopConfig,
  // What Lighthouse does when nobody says otherwise: a slow phone on a slow line.
  mobile: undefined,
};

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}

// The processor is shared with other tests, which costs points now and then.
test.describe.configure({ retries: 2 });

const cases = Object.entries(PRESETS).flatMap((preset) =>
  PAGES.map((page) => [...preset, page] as const),
);
for (const [preset, config, page] of cases) {
  test(`${page} on ${preset} has at least ${LEAST} of 100 in each category`, async ({ sites }) => {
    test.setTimeout(120_000);
    const port = await freePort();
    const args = ['--no-sandbox', `--remote-debugging-port=${port}`];
    const browser = await chromium.launch({ ...findBrowsers().chromium, args });
    try {
      const flags = { port, onlyCategories: CATEGORIES, logLevel: 'error' as const };
      const result = await lighthouse(`${sites.root}${page}`, flags, config);
      if (!result) throw new Error('Lighthouse came to no result.');
      const { categories, audits } = result.lhr;
      for (const id of CATEGORIES) {
        const category = categories[id];
        const short = (category?.auditRefs ?? [])
          .filter(({ weight }) => weight > 0)
          .map((ref) => audits[ref.id])
          .filter((audit) => audit?.score !== null && (audit?.score ?? 1) < 0.98)
          .map((audit) => `${audit?.id} ${audit?.score} ${audit?.displayValue ?? ''}`);
        const score = Math.round((category?.score ?? 0) * 100);
        test.info().annotations.push({ type: id, description: String(score) });
        expect.soft(score, `${id}: ${short.join('; ')}`).toBeGreaterThanOrEqual(LEAST);
      }
    } finally {
      await browser.close();
    }
  });
}
