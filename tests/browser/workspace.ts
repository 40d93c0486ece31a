/** The workspace of the exercise, as a learner drives it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { root } from '../../src/build/processes.ts';

const FOLDER = join(root, 'exercises', 'n-plus-one');

/** `report.py` of the starter, the solution or a wrong solution. */
export function submission(which: string): string {
  return readFileSync(join(FOLDER, which, 'report.py'), 'utf8');
}

export class Workspace {
  readonly page: Page;
  readonly editor: Locator;
  readonly live: Locator;
  readonly verdict: Locator;

  constructor(page: Page) {
    this.page = page;
    this.editor = page.locator('.monaco-editor').first();
    this.live = page.locator('#pane-result .live');
    this.verdict = this.live.locator('.verdict');
  }

  button(name: 'Run' | 'Check' | 'Stop' | 'Reset'): Locator {
    return this.page
      .getByRole('toolbar', { name: 'Actions' })
      .getByRole('button', { name, exact: true });
  }

  /** Take the last result off the page, so that the next one cannot be mistaken. */
  async forget(): Promise<void> {
    await this.live.evaluateAll((all) => {
      for (const each of all) each.remove();
    });
  }

  async press(name: 'Run' | 'Check'): Promise<string> {
    await this.forget();
    await this.button(name).click();
    return this.sentence();
  }

  /** The verdict of the result that comes next. */
  async sentence(): Promise<string> {
    await expect(this.verdict).toBeVisible({ timeout: 45_000 });
    return (await this.verdict.textContent()) ?? '';
  }

  /** Climb to the last hint. */
  async openHints(): Promise<void> {
    const more = this.page.getByRole('button', { name: /^Show (a|another) hint$/ });
    const left = this.page.locator('[data-part=hints-left]');
    while (await more.isVisible()) {
      const before = await left.innerText();
      await more.click();
      await expect(left).not.toHaveText(before);
    }
  }

  /** The text in the editor, which shows non-breaking spaces and only the lines in view. */
  async shownText(): Promise<string> {
    return (await this.editor.locator('.view-lines').innerText()).replaceAll('\u00a0', ' ');
  }

  /** Replace the whole text by a paste, as somebody does who wrote it elsewhere. */
  async paste(text: string): Promise<void> {
    await this.editor.click({ position: { x: 200, y: 60 } });
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.evaluate((pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
      // Firefox takes no data for a paste that a script has made.
      Object.defineProperty(event, 'clipboardData', { value: clipboardData });
      document.activeElement?.dispatchEvent(event);
    }, text);
    await expect.poll(() => this.savedText()).toBe(text);
  }

  /** What the browser keeps of `report.py`; null when that is the starter. */
  savedText(): Promise<string | null> {
    return this.page.evaluate(() => {
      const saved = localStorage.getItem('beyond-runserver:buffers:n-plus-one');
      return saved === null ? null : (JSON.parse(saved).files['report.py'] as string);
    });
  }
}
