/** Which pages and places Django's documentation has, read from its sources, to check links to it. */
import { globSync, readFileSync } from 'node:fs';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './processes.ts';
import { findPython, pip } from './python.ts';
import { replaceFolder } from './staging.ts';

export const DOCS = '.cache/django-docs';
const INDEX = join(DOCS, 'index.json');
const REQUIREMENTS = 'src/python/requirements-docs.txt';

/** Places by page: `ref/models/querysets/` to what can stand behind its `#`. */
export type DocsIndex = Readonly<Record<string, readonly string[]>>;

export function readDocsIndex(): DocsIndex {
  return JSON.parse(readFileSync(INDEX, 'utf8')) as DocsIndex;
}

/** Fetches Django's source archive, which has the documentation, and keeps the index alone. */
export async function buildDocsIndex(): Promise<void> {
  await replaceFolder(DOCS, async (folder) => {
    const wanted = ['--no-deps', '--no-binary=:all:', '--ignore-requires-python'];
    await pip(
      ['download', ...wanted, '--require-hashes', '--dest', folder, '-r', REQUIREMENTS],
      "fetching Django's documentation",
    );
    const [archive = ''] = await readdir(folder);
    const { code, output } = await run(await findPython(), [
      ...['-m', 'tarfile', '-e', join(folder, archive), join(folder, 'source')],
    ]);
    if (code !== 0) throw new Error(`${archive} could not be unpacked: ${output}`);
    const index = Object.fromEntries(
      globSync(join(folder, 'source/*/docs/**/*.txt')).map((file) => [
        pageOf(file.replaceAll('\\', '/')),
        placesOf(readFileSync(file, 'utf8')),
      ]),
    );
    await writeFile(join(folder, 'index.json'), JSON.stringify(index));
    await rm(join(folder, 'source'), { recursive: true });
    await rm(join(folder, archive));
  });
}

function pageOf(file: string): string {
  return file.replace(/^.*?\/docs\/(.*)\.txt$/, '$1/').replace(/(^|\/)index\/$/, '$1');
}

/** The ids that Sphinx makes: of titles, of labels, and of what is described with a directive. */
export function placesOf(text: string): string[] {
  const titles = [...text.matchAll(/^(\S.*)\n([=\-~^"'#*+])\2{2,}$/gm)].map(([, title = '']) =>
    idOf(title),
  );
  const labels = [...text.matchAll(/^\.\. _([^:\n]+):$/gm)].map(([, label = '']) => idOf(label));
  const described = [
    ...text.matchAll(/^ *\.\. (fieldlookup|setting|templatetag|templatefilter):: *(\S+)/gm),
  ].map(([, kind = '', name = '']) => `std-${kind}-${name}`);
  const objects = [
    ...text.matchAll(/^ *\.\. (?:class|method|attribute|function|exception|data):: *([\w.]+)/gm),
  ].map(([, name = '']) => name);
  return [...titles, ...labels, ...described, ...objects];
}

/** As docutils: words of letters and digits, joined by hyphens. */
function idOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/:\w+:|`/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[-0-9]+|-+$/g, '');
}

/** Whether a link below the documentation's address leads somewhere. */
export function inDocs(index: DocsIndex, path: string): boolean {
  const [page = '', place] = path.split('#');
  const places = index[page];
  if (!places) return false;
  // The id of an object has its module in front, which the source says elsewhere.
  return place === undefined || places.some((each) => each === place || place.endsWith(`.${each}`));
}
