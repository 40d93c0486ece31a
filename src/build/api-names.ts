/** Names of Django's API, and of the packages beside it, by where the course speaks of them. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import type { Exercise } from '../runtime/exercise.ts';
import type { CoursePhase } from './course.ts';
import { PACKS } from './packs.ts';

/** A page that speaks of a name. */
export interface Use {
  kind: 'lesson' | 'exercise';
  title: string;
  /** Below the site's root. */
  path: string;
}

export interface ApiName {
  name: string;
  uses: readonly Use[];
}

const LIBRARIES = ['django', 'drf', 'pytest', 'celery', 'redis'];
const COMMANDS = `${PACKS}/django/packages/django/core/management/commands`;
/** Python's own, which every page has, and what HTTP has too. */
const NO_API = new Set(['None', 'True', 'False', 'Decimal', 'Host']);

/** All names of the course, in the order of the alphabet. */
export function apiNames(course: readonly CoursePhase[]): ApiName[] {
  const found = new Map<string, Use[]>();
  const known = knownNames();
  const note = (text: string, own: ReadonlySet<string>, use: Use) => {
    for (const name of namesIn(text, known, own)) {
      found.set(name, [...(found.get(name) ?? []), use]);
    }
  };
  for (const { id, title } of course.flatMap(({ lessons, references }) => [
    ...lessons,
    ...references,
  ])) {
    const text = readFileSync(`content/${id}/index.mdx`, 'utf8');
    note(text, new Set(), { kind: 'lesson', title, path: `${id}/` });
  }
  for (const exercise of course.flatMap(({ exercises }) => exercises)) {
    const { slug, title } = exercise;
    const text = readFileSync(`exercises/${slug}/task.md`, 'utf8');
    note(text, ownNames(exercise), { kind: 'exercise', title, path: `exercises/${slug}/` });
  }
  return [...found]
    .map(([name, uses]) => ({ name, uses }))
    .sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

/**
 * The API names that a text has in backticks.
 * @param own what the exercise defines itself, which is nobody's API.
 */
export function namesIn(
  text: string,
  known: ReadonlySet<string>,
  own: ReadonlySet<string>,
): Set<string> {
  const prose = text.replaceAll(/^```[\s\S]*?^```/gm, '');
  const names = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => nameOf(code));
  return new Set(
    names.filter((name) => name !== null && known.has(name) && !own.has(name)),
  ) as Set<string>;
}

/** `select_related` of `.select_related("customer")`; null for what does not look like a name. */
export function nameOf(code: string): string | null {
  const [, dotted, rest = ''] = /^[@.]?([A-Za-z_][\w.]*)(.*)$/.exec(code) ?? [];
  if (!dotted || NO_API.has(dotted)) return null;
  if (/^ --/.test(rest)) return dotted;
  if (rest !== '' && !rest.startsWith('(')) return null;
  const first = dotted.split('.')[0] ?? '';
  const called = rest.startsWith('(') || code.startsWith('@');
  if (code.startsWith('.') && !called) return null;
  // A bare small word is a field or a table as often as it is an API; commands are asked for by name.
  if (/^[a-z]+$/.test(dotted) && !called) return isCommand(dotted) ? dotted : null;
  return first === dotted ? dotted : null;
}

function isCommand(word: string): boolean {
  return existsSync(`${COMMANDS}/${word}.pyc`);
}

/** What an exercise and its project define. */
function ownNames({ project, starter }: Exercise): Set<string> {
  const code = Object.values({ ...project.files, ...starter }).join('\n');
  return new Set(
    [...code.matchAll(/^\s*(?:async )?(?:def|class) (\w+)/gm)].map(([, name = '']) => name),
  );
}

/** Every name that the byte code of the libraries mentions. */
function knownNames(): Set<string> {
  const names = new Set<string>();
  for (const library of LIBRARIES) {
    for (const path of globSync(`${PACKS}/${library}/packages/**/*.pyc`)) {
      for (const [name] of readFileSync(path, 'latin1').matchAll(/[A-Za-z_]\w{2,}/g))
        names.add(name);
    }
  }
  return names;
}
