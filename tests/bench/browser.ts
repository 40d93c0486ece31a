import {
  type Browser,
  type BrowserContext,
  type CDPSession,
  chromium,
  type Page,
} from '@playwright/test';
import { findBrowsers } from '../../src/build/browsers.ts';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What went over the wire, by path. */
export type Wire = ReadonlyMap<string, number>;

/** A page of a visitor who was never here: nothing cached, nothing stored. */
export interface Visit {
  page: Page;
  session: CDPSession;
  wire: Wire;
  close(): Promise<void>;
}

export function launch(): Promise<Browser> {
  return chromium.launch({ ...findBrowsers().chromium, args: FLAGS });
}

/** Megabits per second, and milliseconds to the first byte. */
export interface Line {
  megabits: number;
  latency: number;
}

export async function visit(browser: Browser, url: string, line?: Line): Promise<Visit> {
  const context = await browser.newContext();
  await context.addInitScript(() => {
    addEventListener('click', () => performance.mark('click'), { capture: true });
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  if (line) {
    const bytesPerSecond = (line.megabits * 1e6) / 8;
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: line.latency,
      downloadThroughput: bytesPerSecond,
      uploadThroughput: bytesPerSecond,
    });
  }
  const wire = recordWire(session);
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForTimeout(500);
  return { page, session, wire, close: () => closeContext(context) };
}

function recordWire(session: CDPSession): Wire {
  const urls = new Map<string, string>();
  const wire = new Map<string, number>();
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    urls.set(requestId, request.url);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const url = urls.get(requestId);
    if (!url?.startsWith('http')) return;
    const { pathname } = new URL(url);
    wire.set(pathname, (wire.get(pathname) ?? 0) + encodedDataLength);
  });
  return wire;
}

const closeContext = (context: BrowserContext) => context.close();

/** Milliseconds from the last click to the next mark of this name. */
export async function sinceClick(page: Page, mark: string): Promise<number> {
  const handle = await page.waitForFunction(
    (name) => {
      const click = performance.getEntriesByName('click').at(-1)?.startTime ?? Infinity;
      const after = performance.getEntriesByName(name).find((it) => it.startTime > click);
      return after ? after.startTime - click : null;
    },
    mark,
    { timeout: 120_000, polling: 50 },
  );
  return (await handle.jsonValue()) ?? Number.NaN;
}

/** Wait until the runtime has a Python ready. */
export async function untilReady(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const marks = performance
        .getEntriesByType('mark')
        .filter((it) => it.name.startsWith('runtime:'));
      const states = marks.filter(({ name }) => name !== 'runtime:base' && name !== 'runtime:kept');
      return states.at(-1)?.name === 'runtime:ready';
    },
    undefined,
    { timeout: 120_000, polling: 20 },
  );
}
