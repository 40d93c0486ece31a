/** The order of the course: its phases, and in each the lessons and the exercises. */
import { globSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Exercise } from '../runtime/exercise.ts';
import { exerciseSlugs, readExercise } from './catalog.ts';
import type { LessonName } from './lessons.ts';
import { type Phase, phases } from './topics.ts';

export interface CoursePhase extends Phase {
  lessons: readonly LessonName[];
  /** The easy ones first, the quick ones before the long. */
  exercises: readonly Exercise[];
}

/** Where an exercise stands, and what comes after it. */
export interface Place {
  phase: string;
  /** 1-based, among the exercises of its phase. */
  number: number;
  of: number;
  /** Null after the last exercise of the course. */
  next: { slug: string; title: string; phase: string } | null;
}

/** All phases, those without anything yet too. */
export function readCourse(): readonly CoursePhase[] {
  const exercises = exerciseSlugs().map(readExercise);
  return phases.map((phase) => ({
    ...phase,
    lessons: lessonsOf(phase.id),
    exercises: exercises
      .filter((exercise) => exercise.phase === phase.id)
      .sort((one, other) => one.difficulty - other.difficulty || one.minutes - other.minutes),
  }));
}

export function placeOf(slug: string, course: readonly CoursePhase[]): Place {
  const all = course.flatMap(({ title, exercises }) =>
    exercises.map((exercise, index) => ({
      slug: exercise.slug,
      title: exercise.title,
      phase: title,
      number: index + 1,
      of: exercises.length,
    })),
  );
  const at = all.findIndex((each) => each.slug === slug);
  const here = all[at];
  if (!here) throw new Error(`exercises/${slug} is in no phase of content/topics.toml.`);
  const after = all[at + 1];
  return {
    phase: here.phase,
    number: here.number,
    of: here.of,
    next: after ? { slug: after.slug, title: after.title, phase: after.phase } : null,
  };
}

/** The lessons of a phase, in the order of its sidebar. */
export function lessonsOf(phase: string): LessonName[] {
  return globSync(`content/${phase}/*/index.mdx`)
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => {
      const [, frontmatter = ''] = readFileSync(path, 'utf8').split(/^---$/m);
      const { title } = parse(frontmatter) as { title: string };
      return { id: path.replace(/^content\/(.*)\/index\.mdx$/, '$1'), title };
    });
}

/** The exercises that a lesson sends its readers to. */
export function exercisesOf(lesson: string): string[] {
  const text = readFileSync(`content/${lesson}/index.mdx`, 'utf8');
  return [...text.matchAll(/<ExerciseCard slug="([\w-]+)"/g)].map(([, slug = '']) => slug);
}
