import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { Fault } from './faults.mjs';
import { phases, topicIds } from './topics.ts';

/** The source of a snippet, for example of `orm/n-plus-one/slow.py`. */
export function snippetSource(path: string): string {
  return readFileSync(join('content', path), 'utf8').trimEnd();
}

/** The frontmatter of a page of `content/`, which nobody has checked yet. */
export function frontmatterOf(text: string): unknown {
  const [, yaml = ''] = text.split(/^---$/m);
  return parse(yaml);
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
  /** The part of its phase, for example `Related rows`. */
  part: string;
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

/** Every page of `content/`, in the order of `topics.toml`. @throws Fault */
export function readLessons(): readonly Lesson[] {
  const found = new Map(
    globSync('content/*/*/index.mdx').map((path) => {
      const id = path.replaceAll('\\', '/').replace(/^content\/(.*)\/index\.mdx$/, '$1');
      return [id, path];
    }),
  );
  const lessons = phases.flatMap(({ id: phase, parts }) =>
    parts.flatMap(({ title: part, pages }) =>
      pages.flatMap((page) => {
        const id = `${phase}/${page}`;
        const path = found.get(id);
        found.delete(id);
        return path ? readLesson(path, id, part) : [];
      }),
    ),
  );
  const [lost] = found.keys();
  if (lost) {
    throw new Fault(
      `content/${lost} has no place in the course.`,
      'Name it among the pages of its phase in content/topics.toml.',
    );
  }
  return lessons;
}

function readLesson(path: string, id: string, part: string): Lesson {
  const text = readFileSync(path, 'utf8');
  const result = v.safeParse(Frontmatter, frontmatterOf(text));
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
    id,
    part,
    ...rest,
    minutes,
    exercises: [...cards].map(([, slug = '']) => slug),
  };
}

/** The lesson that sends its readers to an exercise; null when none does. */
export function lessonOf(slug: string): LessonName | null {
  return readLessons().find(({ exercises }) => exercises.includes(slug)) ?? null;
}
