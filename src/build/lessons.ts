import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { Fault } from './faults.mjs';
import { topicIds } from './topics.ts';

/** The source of a snippet, for example of `orm/n-plus-one/slow.py`. */
export function snippetSource(path: string): string {
  return readFileSync(join('content', path), 'utf8').trimEnd();
}

/** A lesson as others name it. */
export interface LessonName {
  /** Its path below the site's root, for example `orm/n-plus-one`. */
  id: string;
  title: string;
}

/** What a page of `content/` says about itself. */
export interface Lesson extends LessonName {
  description: string;
  /** Its place in its phase. */
  order: number;
  /** How long reading and running takes; null for a page to look things up in, which is no lesson. */
  minutes: number | null;
  /** The topics that it teaches, for example `T-27`. */
  topics: readonly string[];
  /** The exercises that it sends its readers to. */
  exercises: readonly string[];
}

const Frontmatter = v.object({
  title: v.string(),
  description: v.string(),
  order: v.number(),
  minutes: v.optional(v.number()),
  topics: v.optional(
    v.array(
      v.pipe(
        v.string(),
        v.check((id) => topicIds.has(id), 'no such topic in topics.toml'),
      ),
    ),
    [],
  ),
});

/** Every page of `content/`, by phase and then in the order that it names. @throws Fault */
export function readLessons(): readonly Lesson[] {
  return globSync('content/*/*/index.mdx')
    .map((path) => path.replaceAll('\\', '/'))
    .map(readLesson)
    .sort((one, other) => one.order - other.order || one.id.localeCompare(other.id, 'en'));
}

function readLesson(path: string): Lesson {
  const text = readFileSync(path, 'utf8');
  const [, yaml = ''] = text.split(/^---$/m);
  const result = v.safeParse(Frontmatter, parse(yaml));
  if (!result.success) {
    const [issue] = result.issues;
    throw new Fault(
      `The frontmatter of ${path} does not fit: ${v.getDotPath(issue) ?? 'all of it'}: ${issue.message}.`,
      'Correct it; src/content.config.ts documents each field.',
    );
  }
  const { minutes = null, ...rest } = result.output;
  const cards = text.matchAll(/<ExerciseCard slug="([\w-]+)"/g);
  return {
    id: path.replace(/^content\/(.*)\/index\.mdx$/, '$1'),
    ...rest,
    minutes,
    exercises: [...cards].map(([, slug = '']) => slug),
  };
}

/** The lesson that sends its readers to an exercise; null when none does. */
export function lessonOf(slug: string): LessonName | null {
  return readLessons().find(({ exercises }) => exercises.includes(slug)) ?? null;
}
