/**
 * The npm packages: installed when they are not those of package-lock.json, then the command goes
 * on under the Node that is one of them. Plain JavaScript, no dependencies: see `faults.mjs`.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statfsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { explain, Fault, printFault } from './faults.mjs';
import { createTerminal } from './terminal.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const ownNode = join(
  root,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);
const INSTALLING = 'installing the npm packages';

/** @typedef {{ version?: string, optional?: boolean, devOptional?: boolean }} Entry */
/** @typedef {Record<string, Entry>} Packages */

/**
 * @param {string} command
 * @param {string[]} args
 */
export async function enter(command, args) {
  // Whatever slips through, a promise that nobody awaits included, still ends in words.
  for (const event of ['uncaughtException', 'unhandledRejection']) {
    process.on(event, (error) => {
      printFault(error, `running ${command}`);
      process.exit(1);
    });
  }
  try {
    const wanted = packagesIn('package-lock.json');
    if (!wanted) {
      throw new Fault(
        'package-lock.json is missing.',
        'Restore it with: git checkout package-lock.json',
      );
    }
    if (!isInstalled(wanted)) await install(wanted);
    if (process.version === `v${wanted['node_modules/node']?.version}`) {
      const { main } = await import('./commands.ts');
      process.exitCode = await main(command, args);
    } else {
      process.exitCode = await continueUnderOwnNode(command, args);
    }
  } catch (error) {
    printFault(error, INSTALLING);
    process.exitCode = 1;
  }
}

/**
 * npm writes `node_modules/.package-lock.json` last, so a broken or killed install has none.
 *
 * @param {Packages} wanted
 */
function isInstalled(wanted) {
  const present = packagesIn('node_modules/.package-lock.json');
  if (!present || !existsSync(ownNode)) return false;
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
    if (path === '') return true;
    // Optional ones are for another platform when they are absent.
    return present[path] ? present[path].version === version : Boolean(optional || devOptional);
  });
}

/**
 * @param {string} file
 * @returns {Packages | null}
 */
function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
  } catch {
    // Absent, or cut short: the same as not installed.
    return null;
  }
}

/** @param {Packages} wanted */
async function install(wanted) {
  const { bavail, bsize } = statfsSync(root);
  if (bavail * bsize < 1e9) {
    throw new Fault(
      `Only ${Math.round((bavail * bsize) / 1e6)} MB are free on this disk, and the set-up needs about 1 GB.`,
      'Free some space, then run the same command again.',
    );
  }
  const packages = Object.keys(wanted).filter((path) => path !== '' && !wanted[path]?.optional);
  const task = createTerminal().task('Installing the npm packages');
  const timer = setInterval(() => {
    // npm makes all folders first, and fills them as the packages come.
    const present = packages.filter((path) => existsSync(join(root, path, 'package.json')));
    task.update(present.length, packages.length, 'packages');
  }, 500);
  const { code, output } = await npm(['ci', '--no-audit', '--no-fund']).finally(() =>
    clearInterval(timer),
  );
  if (code !== 0) {
    task.drop();
    throw explain(new Error('npm ci failed'), INSTALLING, output);
  }
  task.finish();
  if (!existsSync(ownNode)) {
    throw new Fault(
      'npm installed the packages without running their install scripts, so the Node of this project is missing.',
      'Run: npm rebuild node --ignore-scripts=false, then the same command again.',
    );
  }
}

/**
 * @param {string[]} args
 * @returns {Promise<{ code: number, output: string }>}
 */
function npm(args) {
  // `npm ci` deletes node_modules, with the Node in it: npm must not run under that one.
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.startsWith(root));
  return new Promise((resolve, reject) => {
    const child = spawn('npm', args, {
      cwd: root,
      env: { ...process.env, PATH: path.join(delimiter) },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
    child.on('error', () =>
      reject(
        new Fault(
          'npm was not found.',
          'It comes with Node from nodejs.org (Debian and Ubuntu: apt install npm). Install it, then run the same command again.',
        ),
      ),
    );
  });
}

/**
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<number>}
 */
function continueUnderOwnNode(command, args) {
  const launcher = join(root, 'src', 'build', 'launcher.mjs');
  return new Promise((resolve, reject) => {
    const child = spawn(ownNode, [launcher, command, ...args], { stdio: 'inherit' });
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.on(signal, () => child.kill(signal));
    }
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 130));
  });
}
