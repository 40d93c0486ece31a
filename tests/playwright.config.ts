import { defineConfig } from '@playwright/test';
import { findBrowsers } from '../src/build/browsers.ts';

const { chromium = {}, firefox = {} } = findBrowsers();

/** Chromium is quiet on the network, so that every request that a test sees is the page's own. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  testDir: 'browser',
  outputDir: 'output/browser',
  snapshotPathTemplate: '{testDir}/screens/{arg}{ext}',
  // Each page has a Python in it: more of them at once only make all of them slow.
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: { viewport: { width: 1440, height: 900 } },
  projects: [
    {
      name: 'chromium',
      testIgnore: /webkit/,
      use: { browserName: 'chromium', launchOptions: { ...chromium, args: QUIET } },
    },
    {
      name: 'firefox',
      // What axe and the links find is in the page and what a kind asks in Python, not in the engine: once is enough.
      // Layout shifts and Lighthouse are Chromium's own.
      testIgnore:
        /webkit|axe|lessons|links|cheat-sheet|challenge|kinds|accessibility-tree|layout-shift|lighthouse|visual/,
      // The channel must stand in `use` as well: Playwright chooses the protocol by it.
      use: { browserName: 'firefox', launchOptions: firefox, channel: firefox.channel },
    },
    { name: 'webkit', testMatch: /webkit/ },
  ],
});
