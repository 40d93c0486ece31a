/** A lesson page by Lighthouse's measure, as a compressing host serves it. */
import { createServer } from 'node:net';
import { chromium } from '@playwright/test';
import lighthouse, { type Config, desktopConfig } from 'lighthouse';
import { findBrowsers } from '../../src/build/browsers.ts';
import { expect, LESSON, test } from './site.ts';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const LEAST = 98;

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

for (const [preset, config] of Object.entries(PRESETS)) {
  test(`a lesson on ${preset} has at least ${LEAST} of 100 in each category`, async ({ sites }) => {
    test.setTimeout(120_000);
    const port = await freePort();
    const args = ['--no-sandbox', `--remote-debugging-port=${port}`];
    const browser = await chromium.launch({ ...findBrowsers().chromium, args });
    try {
      const flags = { port, onlyCategories: CATEGORIES, logLevel: 'error' as const };
      const result = await lighthouse(`${sites.root}${LESSON}`, flags, config);
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
