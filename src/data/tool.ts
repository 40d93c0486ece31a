import { el } from '../evidence/el.ts';
import type { Tool } from '../evidence/tabs.ts';
import type { Browser } from './browser.ts';
import type { DataSource } from './source.ts';

/** The tab "Data"; what is behind it is loaded when somebody turns to it. */
export function dataTool(document: Document, source: DataSource): Tool {
  const words = el(document, 'p', { class: 'data-nothing', role: 'status' });
  const panel = el(document, 'div', { class: 'data' }, words);
  let browser: Browser | null = null;
  /** What is shown: nothing yet, or which database and which run. */
  let shown: { version: number; report: unknown } | null = null;
  let coming = false;

  async function refresh(): Promise<void> {
    const version = source.version();
    const report = source.report();
    if (coming || (shown?.version === version && shown.report === report)) return;
    coming = true;
    if (!browser) words.textContent = 'Opening the database…';
    try {
      if (!browser) {
        const module = await import('./browser.ts');
        browser = module.browser(document, source);
        panel.append(browser.element);
      }
      const answered = await browser.refresh();
      shown = answered ? { version, report } : null;
      words.textContent = answered
        ? ''
        : 'Python is not ready yet. Run your code, then look here again.';
      browser.element.hidden = !answered;
    } catch (error) {
      console.warn('The data did not load.', error);
      words.textContent = 'The data did not load. Check your connection, then open this tab again.';
    } finally {
      coming = false;
    }
  }

  return { key: 'data', label: 'Data', panel, turned: () => void refresh() };
}
