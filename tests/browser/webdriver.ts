/** As much of the WebDriver protocol as the WebKit smoke test needs. */
import { spawn } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import type { WebKit } from '../../src/build/browsers.ts';

export interface Session {
  open(url: string): Promise<void>;
  /** Evaluate the body of a function in the page; it may return a promise. */
  evaluate(body: string, ...args: unknown[]): Promise<unknown>;
  /** Click on the first element of a CSS selector. */
  click(selector: string): Promise<void>;
  /** Evaluate until the result is neither null, false nor empty. */
  wait(body: string, seconds?: number): Promise<unknown>;
  close(): Promise<void>;
}

/** Start the driver, and a browser in it. */
export async function startWebKit({ driver, browser, display }: WebKit): Promise<Session> {
  const port = await freePort();
  const [program = driver, ...rest] = [...display, driver, `--port=${port}`];
  // A group of its own, so that ending it ends the display and the browser as well.
  const child = spawn(program, rest, { stdio: 'ignore', detached: true });
  const end = () => {
    if (child.pid) process.kill(-child.pid);
  };
  const base = `http://127.0.0.1:${port}`;

  async function call(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(base + path, {
      method,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const { value } = (await response.json()) as { value: unknown };
    if (response.ok) return value;
    throw new Error(
      (value as { message?: string }).message || `${path} answered ${response.status}`,
    );
  }

  try {
    await until(() => call('GET', '/status'), 20);
    const { sessionId } = (await call('POST', '/session', {
      capabilities: {
        alwaysMatch: {
          'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
          timeouts: { script: 60_000, pageLoad: 60_000 },
        },
      },
    })) as { sessionId: string };
    const session = `/session/${sessionId}`;
    const evaluate: Session['evaluate'] = (script, ...args) =>
      call('POST', `${session}/execute/sync`, { script, args });
    return {
      open: async (url) => void (await call('POST', `${session}/url`, { url })),
      evaluate,
      async click(selector) {
        const found = { using: 'css selector', value: selector };
        const element = (await call('POST', `${session}/element`, found)) as Record<string, string>;
        const [id = ''] = Object.values(element);
        await call('POST', `${session}/element/${id}/click`, {});
      },
      wait: (body, seconds = 60) =>
        until(async () => {
          const result = await evaluate(body);
          if (result) return result;
          throw new Error(`In ${seconds} s this did not come true: ${body}`);
        }, seconds),
      async close() {
        await call('DELETE', session).catch(() => undefined);
        end();
      },
    };
  } catch (error) {
    end();
    throw error;
  }
}

async function until<T>(attempt: () => Promise<T>, seconds: number): Promise<T> {
  const last = Date.now() + seconds * 1000;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > last) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
