export const VISITS_KEY = 'beyond-runserver:visits';

/**
 * Where the learner was, so that they can go on there.
 *
 * Saved format, under `beyond-runserver:visits`:
 *
 *     { format: 1,
 *       last: null | { path below the site's root, title, at: ISO time },
 *       lessons: { id: ISO time of the last visit } }
 *
 * It is read and written without a schema, because a lesson's page has no room for one: what does not
 * fit counts as nothing.
 * Migrations: none yet.
 */
export interface Visits {
  last: { path: string; title: string; at: string } | null;
  lessons: Readonly<Record<string, string>>;
}

/** What a store needs of `localStorage`; the mere access may throw. */
type Open = () => Pick<Storage, 'getItem' | 'setItem'>;

export function readVisits(open: Open): Visits {
  try {
    const saved = JSON.parse(open().getItem(VISITS_KEY) ?? 'null');
    const { path, title, at } = saved?.last ?? {};
    // A path below the site, and no way out of it.
    const fits = /^[\w-]+\/[\w/-]*$/.test(path) && typeof title === 'string' && Date.parse(at) > 0;
    const lessons = Object.entries(saved?.lessons ?? {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    );
    return { last: fits ? { path, title, at } : null, lessons: Object.fromEntries(lessons) };
  } catch {
    // Blocked, or another hand's text: nobody was here.
    return { last: null, lessons: {} };
  }
}

/** @param page a lesson also counts as visited. */
export function visit(
  open: Open,
  page: { path: string; title: string; lesson: string | null },
  now = new Date(),
): void {
  const at = now.toISOString();
  const { lessons } = readVisits(open);
  const saved = {
    format: 1,
    last: { path: page.path, title: page.title, at },
    lessons: page.lesson ? { ...lessons, [page.lesson]: at } : lessons,
  };
  try {
    open().setItem(VISITS_KEY, JSON.stringify(saved));
  } catch {
    // Full or blocked: who works here is told by the workspace, and a reader loses nothing.
  }
}
