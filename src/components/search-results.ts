import type { ApiName } from '../build/api-names.ts';
import { counted } from '../evidence/words.ts';
import type { Page, SearchIndex } from './search-index.ts';

export interface Hit {
  title: string;
  /** Why it is here: the words around, or where a name is used. */
  note: string;
  url: string;
  code: boolean;
}

export interface Group {
  title: 'API names' | 'Lessons' | 'Exercises';
  hits: readonly Hit[];
}

export interface Found {
  groups: readonly Group[];
  /** A part of the index did not come. */
  failed: boolean;
}

const MOST = { names: 5, pages: 6 } as const;

/** All that `text` finds, grouped; groups without a hit are left out. */
export async function findAll(index: SearchIndex, text: string): Promise<Found> {
  const [names, pages] = await Promise.allSettled([index.names(), index.pages(text)]);
  const found = pages.status === 'fulfilled' ? pages.value : [];
  const isExercise = ({ url }: Page) => url.includes('/exercises/');
  const lessons = found.filter((page) => !isExercise(page)).map(pageHit);
  const exercises = found.filter(isExercise).map(pageHit);
  const pageGroups: Group[] = [
    { title: 'Lessons', hits: lessons },
    { title: 'Exercises', hits: exercises },
  ];
  // Who types a title wants that page, and not one that has the same words somewhere in its text.
  if (isTitled(exercises, text) && !isTitled(lessons, text)) pageGroups.reverse();
  const groups: Group[] = [
    {
      title: 'API names',
      hits: names.status === 'fulfilled' ? nameHits(names.value, text, index.base) : [],
    },
    ...pageGroups,
  ];
  return {
    groups: groups
      .map(({ title, hits }) => ({ title, hits: hits.slice(0, MOST.pages) }))
      .filter(({ hits }) => hits.length > 0),
    failed: [names, pages].some(({ status }) => status === 'rejected'),
  };
}

function isTitled(hits: readonly Hit[], text: string): boolean {
  return hits.some(({ title }) => title.toLowerCase().includes(text.toLowerCase()));
}

/** A name leads to the first page that uses it, lessons before exercises. */
export function nameHits(names: readonly ApiName[], text: string, base: string): Hit[] {
  const wanted = text
    .toLowerCase()
    .replace(/^[@.]|\(.*$/g, '')
    .replaceAll(' ', '_');
  if (wanted.length < 2) return [];
  const rank = (name: string) => {
    const at = name.toLowerCase().indexOf(wanted);
    return at < 0 ? -1 : at === 0 ? name.length : 100 + at;
  };
  return names
    .filter(({ name }) => rank(name) >= 0)
    .sort((one, other) => rank(one.name) - rank(other.name))
    .slice(0, MOST.names)
    .flatMap(({ name, uses }) => {
      const order = [...uses].sort((one, other) => rankOf(one.kind) - rankOf(other.kind));
      return order.map(({ kind, title, path }) => ({
        title: name,
        note: `used in ${kind === 'lesson' ? 'the lesson' : 'the exercise'} ${title}`,
        url: base + path,
        code: true,
      }));
    });
}

function rankOf(kind: 'lesson' | 'exercise'): number {
  return kind === 'lesson' ? 0 : 1;
}

function pageHit({ url, meta, excerpt }: Page): Hit {
  return { title: meta.title ?? url, note: textOf(excerpt), url, code: false };
}

/** Pagefind's excerpt is markup; only its text is used. */
function textOf(html: string): string {
  return new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '';
}

/** What is announced: `3 results: 1 lesson, 2 exercises`. */
export function summaryOf({ groups, failed }: Found, text: string): string {
  const of = (title: Group['title']) => groups.find((group) => group.title === title)?.hits.length;
  const parts = [
    [of('API names'), 'API name'],
    [of('Lessons'), 'lesson'],
    [of('Exercises'), 'exercise'],
  ] as const;
  const words = parts.flatMap(([count, what]) => (count ? [counted(count, what)] : []));
  const total = groups.reduce((sum, { hits }) => sum + hits.length, 0);
  const trouble =
    'A part of the search could not be loaded. Check your connection, then type again.';
  if (total === 0) return failed ? trouble : `Nothing found for "${text}".`;
  const said = `${counted(total, 'result')}: ${words.join(', ')}.`;
  return failed ? `${said} ${trouble}` : said;
}
