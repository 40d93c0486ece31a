/** What the front page says of the project in numbers, counted when the site is built. */
import { globSync, readFileSync } from 'node:fs';

/** The version of Django that runs in the browser. */
export function djangoVersion(): string {
  return djangoOf('requirements.txt');
}

/** The version that differences are recorded on. */
export function ltsVersion(): string {
  return djangoOf('requirements-lts.txt');
}

function djangoOf(file: string): string {
  return /^Django==(\S+)/m.exec(readFileSync(`src/python/${file}`, 'utf8'))?.[1] ?? '';
}

/** The Python that Pyodide's version is named after: `3.14` of 314.0.7. */
export function pythonVersion(): string {
  const { version } = JSON.parse(readFileSync('node_modules/pyodide/package.json', 'utf8'));
  return String(version).replace(/^(\d)(\d+)\..*$/, '$1.$2');
}

/** Submissions that look right and must not pass. */
export function wrongSolutions(): number {
  return globSync('exercises/*/wrong/*/why.toml').length;
}

/** The documentation of the version that runs here. */
export function documentation(): { address: string; line: string } {
  const line = djangoVersion().replace(/^(\d+\.\d+).*$/, '$1');
  return { address: `https://docs.djangoproject.com/en/${line}/`, line };
}
