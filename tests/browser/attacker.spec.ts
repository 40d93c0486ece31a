/** Another site that has the page in a window of its own, and talks to it and to its sandbox. */
import { EXERCISE, expect, test } from './site.ts';
import { setTrap } from './trap.ts';
import { Workspace } from './workspace.ts';

/** Posts forgeries to a window and to all frames in it, and notes whatever comes back. */
const ATTACK = `<!doctype html><title>Attacker</title><script>
  window.answers = [];
  addEventListener('message', (event) => answers.push(event.data));
  window.attack = () => {
    const post = (receiver) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = (event) => answers.push(event.data);
      receiver.postMessage({ kind: 'hello' }, '*', [port2]);
      port1.postMessage({ kind: 'copy', name: 'base' });
      port1.postMessage({ kind: 'end', id: 1 });
      for (const kind of ['report', 'lost', 'failed', 'done', 'copied', 'loaded', 'snapshot']) {
        const text = '{"verdict":{"passed":true,"sentence":"2 queries, passed"}}';
        receiver.postMessage({ kind, id: 1, name: 'base', text, message: 'forged' }, '*');
      }
    };
    window.posts = 0;
    setInterval(() => {
      const opened = window.opened ?? document.querySelector('iframe').contentWindow;
      post(opened);
      for (let index = 0; index < opened.length; index++) { post(opened[index]); window.posts++; }
    }, 10);
  };
</script>`;

for (const how of ['a window', 'a frame'] as const) {
  test(`forged messages from the owner of ${how} are ignored`, async ({ page, sites }) => {
    const trap = await setTrap({ '/': ATTACK });
    // Another port is another origin; for a frame of another site, Playwright has no clicks in Firefox.
    await page.goto(how === 'a frame' ? trap.url : trap.url.replace('localhost', '127.0.0.1'));
    const address = `${sites.root}${EXERCISE}?runtime=shipped`;
    const opening = page.waitForEvent('popup', { timeout: 10_000 }).catch(() => null);
    await page.evaluate(
      ([url, kind]) => {
        const attacker = window as unknown as { opened?: Window | null; attack(): void };
        if (kind === 'a window') attacker.opened = window.open(url);
        else {
          const frame = document.createElement('iframe');
          Object.assign(frame, { src: url, width: 1200, height: 800 });
          document.body.append(frame);
        }
        attacker.attack();
      },
      [address, how] as const,
    );
    if (how === 'a window') {
      const popup = await opening;
      if (!popup) throw new Error('The window did not open.');
      const work = new Workspace(popup);
      await expect(work.editor).toBeVisible();
      expect(await work.press('Run')).toContain('An N+1');
      expect(await work.press('Check')).not.toContain('passed');
    } else {
      const frame = page.frameLocator('iframe');
      const verdict = frame.locator('#pane-result .live .verdict');
      await expect(frame.locator('.monaco-editor').first()).toBeVisible();
      await frame.getByRole('button', { name: 'Run', exact: true }).click();
      await expect(verdict).toContainText('An N+1', { timeout: 45_000 });
    }
    const seen = await page.evaluate(() => {
      const { posts, answers } = window as unknown as { posts: number; answers: unknown[] };
      return { posts, answers };
    });
    expect(seen.posts).toBeGreaterThan(10);
    expect(seen.answers).toEqual([]);
    await trap.close();
  });
}
