import { gzipSync } from 'node:zlib';
import type { Browser } from '@playwright/test';
import { readExercise } from '../../src/build/catalog.ts';
import { type Line, sinceClick, untilReady, visit, type Wire } from './browser.ts';
import { median } from './statistics.ts';

const SLOW = 'runnable-snippet >> nth=0 >> [data-act=run]';
const LESSON = 'orm/n-plus-one/';
const EXERCISE = 'exercises/n-plus-one/';
/** The mark that the runtime sets when a run has ended. */
const ENDED = 'runtime:renewing';

export type WayName = 'auto' | 'built' | 'shipped';

const query = (way: WayName) => (way === 'auto' ? '' : `?runtime=${way}`);

/** Click Run on a lesson, never visited before, to the report: milliseconds, and the way taken. */
export async function timeFirstVisit(browser: Browser, site: string, way: WayName, line?: Line) {
  const { page, close } = await visit(browser, `${site}${LESSON}${query(way)}`, line);
  await page.locator(SLOW).click();
  const milliseconds = await sinceClick(page, ENDED);
  const taken = await page.evaluate(
    () => (performance.getEntriesByName('runtime:base')[0] as PerformanceMark).detail.way as string,
  );
  await close();
  return { milliseconds, way: taken };
}

/** The same on the plain recipe's page. */
export async function timePlainRecipe(browser: Browser, url: string): Promise<number> {
  const { page, close } = await visit(browser, url);
  await page.locator('button').click();
  const milliseconds = await sinceClick(page, 'report');
  const queries = await page.title();
  if (queries !== '301') throw new Error(`The plain recipe fired ${queries} queries, not 301.`);
  await close();
  return milliseconds;
}

/** Runs with a Python ready: each is waited for, so that every one of them has its spare. */
export async function timeWarmRuns(
  browser: Browser,
  site: string,
  runs: number,
): Promise<number[]> {
  const { page, close } = await visit(browser, `${site}${LESSON}`);
  await page.locator(SLOW).click();
  await sinceClick(page, ENDED);
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    await untilReady(page);
    await page.waitForTimeout(300);
    await page.locator(SLOW).click();
    times.push(await sinceClick(page, ENDED));
  }
  await close();
  return times;
}

/** Milliseconds from Check to the verdict, with the solution in the editor and all of it run before. */
export async function timeWarmChecks(
  browser: Browser,
  site: string,
  slug: string,
  checks: number,
): Promise<number[]> {
  const { version, editable, solution } = readExercise(slug);
  const files = Object.fromEntries(editable.map((path) => [path, solution[path] ?? '']));
  const kept = JSON.stringify({ format: 1, version, files, kept: null });
  const { page, close } = await visit(browser, `${site}exercises/${slug}/`);
  await page.evaluate(
    ([key, text]) => localStorage.setItem(`beyond-runserver:buffers:${key}`, text),
    [slug, kept] as const,
  );
  await page.reload({ waitUntil: 'load' });
  const times: number[] = [];
  // The first one runs the solution too, and compiles what all later ones use.
  for (let check = 0; check <= checks; check++) {
    await untilReady(page);
    await page.waitForTimeout(500);
    await page.locator('[data-action=check]').click();
    times.push(await sinceClick(page, ENDED));
  }
  await close();
  return times.slice(1);
}

/** Everything that a first visit to the exercise fetches until its first report. */
export async function weighFirstReport(
  browser: Browser,
  site: string,
  way: WayName,
): Promise<Wire> {
  const { page, wire, close } = await visit(browser, `${site}${EXERCISE}${query(way)}`);
  await page.locator('[data-action=run]').click();
  await sinceClick(page, ENDED);
  await page.locator('.monaco-editor').first().waitFor();
  await page.waitForTimeout(500);
  await close();
  return wire;
}

/** What a lesson fetches before anybody shows interest, and the compressed bytes of its JavaScript. */
export async function weighLesson(
  browser: Browser,
  site: string,
): Promise<{ wire: Wire; scripts: number }> {
  const { page, wire, close } = await visit(browser, `${site}${LESSON}`);
  await page.waitForTimeout(1500);
  const { fetched, inline } = await page.evaluate(() => ({
    fetched: (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({ name }) => name.endsWith('.js'))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    inline: [...document.scripts].map(({ textContent }) => textContent).join('\n'),
  }));
  await close();
  return { wire, scripts: fetched + gzipSync(inline).length };
}

/** Stop on an endless loop, until a Python is ready again; the median of three. */
export async function timeStop(browser: Browser, site: string): Promise<number> {
  const { page, close } = await visit(browser, `${site}${EXERCISE}`);
  await untilReady(page);
  await page.locator('.monaco-editor .view-lines').click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText('while True: pass');
  const times: number[] = [];
  for (let round = 0; round < 3; round++) {
    await page.locator('[data-action=run]').click();
    await sinceClick(page, 'runtime:running');
    await page.waitForTimeout(1500);
    await page.locator('[data-action=stop]').click();
    times.push(await sinceClick(page, 'runtime:ready'));
  }
  await close();
  return median(times);
}
