/** The built site, served as hosts serve it, and pages that note what goes wrong in them. */
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { SUB_PATH } from '../../src/build/plan.ts';
import { servePreview } from '../../src/build/preview.ts';
import { root } from '../../src/build/processes.ts';

export interface Sites {
  /** At the root of its host, compressed. */
  root: string;
  /** The same, from the plainest file server. */
  plain: string;
  /** Under a sub-path, from the plainest file server. */
  under: string;
}

interface Tests {
  /** What the page complained of: errors on its console, refusals of its policy. */
  complaints: string[];
}

export const test = base.extend<Tests, { sites: Sites }>({
  sites: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from it
    async ({}, use) => {
      const folder = join(root, 'dist');
      const [atRoot, plain, under] = await Promise.all([
        servePreview({ folder, base: '/', port: 0 }),
        servePreview({ folder, base: '/', port: 0, plain: true }),
        servePreview({
          folder: join(root, SUB_PATH.folder),
          base: SUB_PATH.base,
          port: 0,
          plain: true,
        }),
      ]);
      await use({ root: atRoot.url, plain: plain.url, under: under.url });
      await Promise.all([atRoot, plain, under].map((serving) => serving.close()));
    },
    { scope: 'worker' },
  ],
  complaints: async ({ page }, use) => {
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' || /Content.Security.Policy/i.test(message.text())) {
        complaints.push(message.text());
      }
    });
    await use(complaints);
  },
});

export { expect };

export const LESSON = 'orm/n-plus-one/';
export const EXERCISE = 'exercises/n-plus-one/';

/** The addresses of all that a page asks for from now on. */
export function requestsOf(page: Page): string[] {
  const urls: string[] = [];
  page.on('request', (request) => urls.push(request.url()));
  return urls;
}
