import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { build } from 'esbuild';
import { root } from '../../src/build/processes.ts';

const PAGE = `
import { mountPanel } from './src/evidence/mount.ts';
import { parseReport } from './src/runtime/parse-report.ts';
import { nPlusOne } from './tests/unit/evidence-reports.ts';
Object.assign(window, { mountPanel, parseReport, nPlusOne });
`;
const STYLES = ['layers', 'tokens', 'base', 'evidence', 'queries', 'timeline'];

/** What a result of so many queries costs the page, in milliseconds, and its elements. */
export interface PanelCost {
  parse_ms: number;
  /** From the report to its picture on the screen. */
  open_ms: number;
  /** From a click on a group until its queries are on the screen. */
  group_ms: number;
  /** The slowest of eight keys in the filter, until what it changed is on the screen. */
  key_ms: number;
  timeline_ms: number;
  nodes: number;
}

/** Shows a report of `queries` queries in a page that has nothing else. */
export async function measurePanel(browser: Browser, queries: number): Promise<PanelCost> {
  const { outputFiles } = await build({
    stdin: { contents: PAGE, resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
  });
  const styles = await Promise.all(
    STYLES.map((name) => readFile(join(root, 'src', 'styles', `${name}.css`), 'utf8')),
  );
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.route('http://panel.test/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><style>${styles.join('')}</style><div id="host"></div>`,
    }),
  );
  await page.goto('http://panel.test/');
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
  const cost = await page.evaluate(measureHere, queries);
  await page.close();
  return cost;
}

/** Runs in the page. */
async function measureHere(count: number): Promise<PanelCost> {
  const { mountPanel, parseReport, nPlusOne } = window as unknown as {
    mountPanel: typeof import('../../src/evidence/mount.ts').mountPanel;
    parseReport: typeof import('../../src/runtime/parse-report.ts').parseReport;
    nPlusOne: typeof import('../unit/evidence-reports.ts').nPlusOne;
  };
  const painted = () =>
    new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const time = async (act: () => void) => {
    const started = performance.now();
    act();
    await painted();
    return performance.now() - started;
  };
  const host = document.querySelector<HTMLElement>('#host');
  if (!host) throw new Error('no host');
  const text = JSON.stringify(nPlusOne(count - 1));
  const started = performance.now();
  const report = parseReport(text);
  const parse_ms = performance.now() - started;
  const panel = mountPanel(host, { id: 'r', show: 'queries' });
  const open_ms = await time(() => panel.show({ kind: 'report', report }));
  const group_ms = await time(() => host.querySelector<HTMLElement>('.shape > summary')?.click());
  await painted();
  const nodes = host.querySelectorAll('*').length;
  const filter = host.querySelector<HTMLInputElement>('input[type=search]');
  let key_ms = 0;
  for (const key of 'customer') {
    const spent = await time(() => {
      if (!filter) return;
      filter.value += key;
      filter.dispatchEvent(new Event('input', { bubbles: true }));
    });
    key_ms = Math.max(key_ms, spent);
  }
  const timeline_ms = await time(() =>
    host.querySelector<HTMLElement>('[role=tab][data-key=timeline]')?.click(),
  );
  return { parse_ms, open_ms, group_ms, key_ms, timeline_ms, nodes };
}
