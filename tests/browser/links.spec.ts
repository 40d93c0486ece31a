/** Every link of every page leads to a page and a place that are there, at a root and under a path. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { SUB_PATH } from '../../src/build/plan.ts';
import { root } from '../../src/build/processes.ts';
import { expect, test } from './site.ts';

const SITES = { 'at a root': { folder: 'dist', base: '/' }, 'under a path': SUB_PATH };

interface Page {
  ids: ReadonlySet<string>;
  links: readonly string[];
}

function readPage(file: string): Page {
  const { document } = parseHTML(readFileSync(file, 'utf8'));
  const all = (selector: string, name: string) =>
    [...document.querySelectorAll(selector)].map((found) => found.getAttribute(name) ?? '');
  return {
    ids: new Set(all('[id]', 'id')),
    links: [...all('a[href]', 'href'), ...all('link[href]', 'href'), ...all('[src]', 'src')],
  };
}

for (const [where, { folder, base }] of Object.entries(SITES)) {
  test(`links ${where}`, () => {
    const dist = join(root, folder);
    const pages = new Map(
      globSync('**/*.html', { cwd: dist }).map((file) => [
        `${base}${file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1')}`,
        readPage(join(dist, file)),
      ]),
    );
    expect(pages.size).toBeGreaterThan(60);
    const lost: string[] = [];
    for (const [address, { links }] of pages) {
      for (const link of new Set(links)) {
        const { origin, pathname, hash } = new URL(link, `http://site${address}`);
        if (origin !== 'http://site') continue;
        const page = pages.get(pathname);
        const isThere =
          page ||
          (pathname.startsWith(base) && existsSync(join(dist, pathname.slice(base.length))));
        if (!isThere) lost.push(`${address} -> ${link}`);
        else if (page && hash.length > 1 && !page.ids.has(decodeURIComponent(hash.slice(1))))
          lost.push(`${address} -> ${link}: no such place`);
      }
    }
    expect(lost).toEqual([]);
  });
}
