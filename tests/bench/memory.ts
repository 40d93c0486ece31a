import { readdirSync, readFileSync } from 'node:fs';
import type { Browser } from '@playwright/test';
import { untilReady, visit } from './browser.ts';

/**
 * An empty renderer that Chromium keeps for the next page is smaller than this, in kilobytes; it is not
 * this page's.
 */
const EMPTY = 25_000;
/** Long enough for the browser to have collected what loading left behind. */
const AT_REST_MS = 15_000;

/**
 * Megabytes of the exercise page at rest, after a run, with one Python ready: the proportional set size
 * of its renderer processes (its own, and the sandbox frame's with its worker), as Linux counts it. null
 * elsewhere.
 */
export async function weighMemory(browser: Browser, site: string): Promise<number | null> {
  const { page, close } = await visit(browser, `${site}exercises/n-plus-one/`);
  await untilReady(page);
  await page.locator('[data-action=run]').click();
  await page.waitForTimeout(3000);
  await untilReady(page);
  await page.waitForTimeout(AT_REST_MS);
  const bytes = process.platform === 'linux' ? renderers() : null;
  await close();
  return bytes === null ? null : bytes / 1e6;
}

function renderers(): number {
  let kilobytes = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      // The browser's own windows are drawn by a renderer too.
      const ofPage = command.includes('--type=renderer') && !command.includes('--top-chrome-webui');
      if (!ofPage || !isOurs(pid)) continue;
      const [, size = '0'] =
        /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? [];
      if (Number(size) > EMPTY) kilobytes += Number(size);
    } catch {
      // A process that ended while it was read.
    }
  }
  return kilobytes * 1024;
}

/** Whether a process descends from this one: another browser may run on the machine. */
function isOurs(pid: string): boolean {
  for (let each = pid; each !== '0' && each !== '1'; ) {
    if (each === String(process.pid)) return true;
    each = /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${each}/status`, 'utf8'))?.[1] ?? '0';
  }
  return false;
}
