/** The same path in WebKitGTK, the nearest to Safari that Linux has. Playwright cannot drive it. */
import { findWebKit } from '../../src/build/browsers.ts';
import { EXERCISE, expect, LESSON, test } from './site.ts';
import { type Session, startWebKit } from './webdriver.ts';
import { submission } from './workspace.ts';

const webkit = findWebKit();
const VERDICT = `return document.querySelector('.live .verdict')?.textContent`;

async function press(session: Session, selector: string): Promise<unknown> {
  await session.evaluate(`for (const each of document.querySelectorAll('.live')) each.remove()`);
  await session.click(selector);
  return session.wait(VERDICT);
}

async function paste(session: Session, text: string): Promise<void> {
  await session.evaluate(
    `document.querySelector('.monaco-editor').querySelector('textarea, .native-edit-context').focus();
     const clipboardData = new DataTransfer();
     clipboardData.setData('text/plain', arguments[0]);
     const { activeElement } = document;
     const key = { key: 'a', code: 'KeyA', keyCode: 65, ctrlKey: true, bubbles: true };
     activeElement.dispatchEvent(new KeyboardEvent('keydown', key));
     activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));`,
    text,
  );
}

const fetched = (session: Session): Promise<unknown> =>
  session.evaluate(
    `return performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.includes('/runtime/'))`,
  );

test('the whole path in WebKitGTK', async ({ sites }) => {
  test.skip(
    webkit === null,
    'WebKitGTK is not installed (Debian: apt install webkit2gtk-driver xvfb xauth dbus-x11).',
  );
  if (!webkit) return;
  test.setTimeout(180_000);
  const session = await startWebKit(webkit);
  try {
    await session.open(sites.root + LESSON);
    await session.wait(`return customElements.get('runnable-snippet') !== undefined`);
    expect(await press(session, 'runnable-snippet [data-act=run]')).toContain(
      'An N+1: line 8 asks the database 300 times',
    );
    // The shipped snapshot does not fit this engine: it is made here.
    const first = await fetched(session);
    expect(first).toContainEqual(expect.stringMatching(/\/core-/));
    expect(first).not.toContainEqual(expect.stringMatching(/\/snapshot-/));

    await session.wait(`return performance.getEntriesByName('runtime:kept').length > 0`);

    await session.open(sites.root + EXERCISE);
    await session.wait(`return document.querySelector('.monaco-editor .view-line')`);
    expect(await press(session, '[data-action=run]')).toContain('An N+1');
    // The second page takes the snapshot that the first one made.
    expect(await fetched(session)).not.toContainEqual(expect.stringMatching(/\/core-/));

    await paste(session, submission('wrong/customer-only'));
    expect(await press(session, '[data-action=check]')).not.toContain('passed');
    await paste(session, submission('solution'));
    expect(await press(session, '[data-action=check]')).toMatch(/2 queries, passed/);
  } finally {
    await session.close();
  }
});
