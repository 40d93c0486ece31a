/** The first snippet of the lesson, as a reader drives it. */
import { expect, type Locator, type Page } from '@playwright/test';

/** What a run came to, as the page shows it. */
export interface Shown {
  verdict: string;
  printed: string;
  /** The error's type and message, its hint, and whatever else the panel says. */
  text: string;
}

export class Snippet {
  readonly place: Locator;
  readonly page: Page;

  constructor(page: Page, file = 'slow.py') {
    this.page = page;
    this.place = page
      .locator('runnable-snippet')
      .filter({ has: page.getByText(file, { exact: true }) });
  }

  get live(): Locator {
    return this.place.locator('.live');
  }

  button(name: 'Run' | 'Stop' | 'Edit' | 'Reset'): Locator {
    return this.place.getByRole('button', { name, exact: true });
  }

  /** Put the plain editor in; call `withoutMonaco` before the page is opened. */
  async edit(): Promise<void> {
    await this.button('Edit').click();
    await expect(this.place.locator('textarea')).toBeVisible();
  }

  /** Take the last result off the page, so that the next one cannot be mistaken. */
  async begin(code?: string): Promise<void> {
    if (code !== undefined) await this.place.locator('textarea').fill(code);
    await this.live.evaluateAll((all) => {
      for (const each of all) each.remove();
    });
    await this.button('Run').click();
  }

  /** Run to the end, whatever it is. */
  async run(code?: string): Promise<Shown> {
    await this.begin(code);
    return this.shown();
  }

  async shown(): Promise<Shown> {
    await expect(this.live).toBeVisible({ timeout: 45_000 });
    return this.live.evaluate((live) => ({
      verdict: live.querySelector('.verdict')?.textContent ?? '',
      printed: live.querySelector('.printed')?.textContent ?? '',
      text: live.textContent ?? '',
    }));
  }
}

/** Without Monaco the page falls back to a text area, which takes any code as it is. */
export async function withoutMonaco(page: Page): Promise<void> {
  await page.route(/\/editor\//, (route) => route.abort());
}
