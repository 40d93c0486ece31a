/** The browsers that the tests can drive: found on this machine, or installed. */
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, firefox, type LaunchOptions } from '@playwright/test';
import { Fault } from './faults.mjs';
import { type Finished, run, runNode } from './processes.ts';
import { createTerminal } from './terminal.mjs';

export type Engine = 'chromium' | 'firefox';

/** How to drive WebKitGTK, which Playwright cannot: through its own WebDriver. */
export interface WebKit {
  driver: string;
  browser: string;
  /** Put before the command when there is no display. */
  display: string[];
}

const CHROMIUMS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const FIREFOXES = ['firefox-esr', 'firefox'];
const APT = {
  chromium: ['chromium'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'xvfb', 'xauth', 'dbus-x11'],
};

/**
 * Launch options for each engine that is there: Playwright's own build, or else the system's.
 * `CHROMIUM` and `FIREFOX` name an executable.
 */
export function findBrowsers(): Partial<Record<Engine, LaunchOptions>> {
  const found: Partial<Record<Engine, LaunchOptions>> = {};
  const systemChromium = process.env.CHROMIUM ?? findProgram(CHROMIUMS);
  const systemFirefox = process.env.FIREFOX ?? findProgram(FIREFOXES);
  if (!process.env.CHROMIUM && existsSync(chromium.executablePath())) found.chromium = {};
  else if (systemChromium) found.chromium = { executablePath: systemChromium };
  if (!process.env.FIREFOX && existsSync(firefox.executablePath())) found.firefox = {};
  // Playwright drives a stock Firefox over WebDriver BiDi, which is what this channel means.
  else if (systemFirefox) found.firefox = { executablePath: systemFirefox, channel: 'moz-firefox' };
  return found;
}

/** WebKitGTK and a display for it; null where it is not installed. */
export function findWebKit(): WebKit | null {
  const driver = findProgram(['WebKitWebDriver']);
  const browser = findMiniBrowser();
  const xvfb = findProgram(['xvfb-run']);
  const display = process.env.DISPLAY ? [] : xvfb ? [xvfb, '-a'] : null;
  return driver && browser && display ? { driver, browser, display } : null;
}

/** Make sure of Chromium and Firefox, and of WebKitGTK where the package manager may install it. */
export async function ensureBrowsers(): Promise<void> {
  const missing = await undrivable();
  if (missing.length > 0) await installWithPlaywright(missing);
  const still = missing.length > 0 ? await undrivable() : [];
  if (mayUseApt() && (still.length > 0 || !findWebKit())) {
    const engines = [...still, ...(findWebKit() ? [] : (['webkit'] as const))];
    await installWithApt(
      engines.flatMap((engine) => APT[engine]),
      still.length > 0,
    );
  }
  const lacking = still.length > 0 ? await undrivable() : [];
  if (lacking.length === 0) return;
  throw new Fault(
    `No ${lacking.join(' and no ')} that the tests can drive is installed, and none could be downloaded.`,
    `Install ${lacking.length > 1 ? 'them' : 'it'} (Debian and Ubuntu: apt install ${lacking.flatMap((engine) => APT[engine]).join(' ')}; elsewhere: npx playwright install --with-deps ${lacking.join(' ')}), then run npm test again.`,
  );
}

/** An installed browser may still be of no use: each one is started once. */
async function undrivable(): Promise<Engine[]> {
  const found = findBrowsers();
  const engines = { chromium, firefox };
  const tried = (['chromium', 'firefox'] as const).map(async (name) => {
    const options = found[name];
    if (!options) return name;
    try {
      const browser = await engines[name].launch(options);
      await (await browser.newContext()).newPage();
      await browser.close();
      return null;
    } catch {
      // Too old, too new, or without a library that it needs: all the same to the tests.
      return name;
    }
  });
  return (await Promise.all(tried)).filter((name) => name !== null);
}

async function installWithPlaywright(engines: readonly Engine[]): Promise<void> {
  const task = createTerminal().task(`Downloading ${engines.join(' and ')} with Playwright`);
  const { code } = await runNode('node_modules/@playwright/test/cli.js', ['install', ...engines], {
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '20000' },
    line: (text) => {
      const [, percent, size] = /(\d+)% of ([\d.]+) Mi?B/.exec(text) ?? [];
      if (percent && size)
        task.update((Number(percent) / 100) * Number(size) * 1e6, Number(size) * 1e6, 'bytes');
    },
  });
  if (code === 0) task.finish();
  else task.finish('Playwright could not download them');
}

function mayUseApt(): boolean {
  return process.getuid?.() === 0 && findProgram(['apt-get']) !== null;
}

/** A failure here is told, not thrown, unless the packages are `needed`. */
async function installWithApt(packages: readonly string[], needed: boolean): Promise<void> {
  const task = createTerminal().task(`Installing ${packages.join(', ')} with apt-get`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const install = (): Promise<Finished> =>
    run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], {
      env,
      line: (text) => {
        if (/^(?:Get:|Setting up)/.test(text)) task.update(0, 0, 'items', text.slice(0, 60));
      },
    });
  const { code } = await run('apt-get', ['update'], { env }).then(install);
  if (code === 0) task.finish();
  else
    task.finish(
      needed
        ? 'apt-get could not install them'
        : 'apt-get could not install WebKitGTK; its smoke test is left out',
    );
}

function findProgram(names: readonly string[]): string | null {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of names) if (existsSync(join(folder, name))) return join(folder, name);
  }
  return null;
}

/** WebKitGTK keeps its test browser out of PATH: /usr/lib/<platform>/webkit2gtk-4.x/MiniBrowser. */
function findMiniBrowser(): string | null {
  if (process.platform !== 'linux') return null;
  for (const platform of readdirSync('/usr/lib').filter((name) => name.includes('-linux-'))) {
    for (const folder of readdirSync(join('/usr/lib', platform))) {
      const path = join('/usr/lib', platform, folder, 'MiniBrowser');
      if (/^webkit(?:2)?gtk-/.test(folder) && existsSync(path)) return path;
    }
  }
  return null;
}
