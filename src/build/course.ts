/** The order of the course: its phases, and in each the lessons and the exercises. */
import type { Exercise } from '../runtime/exercise.ts';
import { exerciseSlugs, readExercise } from './catalog.ts';
import { type Lesson, readLessons } from './lessons.ts';
import { type Phase, phases } from './topics.ts';

export interface CoursePhase extends Phase {
  /** In the order in which they are read; pages to look things up in come last. */
  lessons: readonly Lesson[];
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
  const lessons = readLessons();
  return phases.map((phase) => ({
    ...phase,
    lessons: lessons.filter(({ id }) => id.startsWith(`${phase.id}/`)),
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

/** The lesson before and after one, across phases; null at the ends. */
export interface Neighbors {
  phase: string;
  /** 1-based among the lessons of its phase; null for a page that is no lesson. */
  number: number | null;
  of: number;
  next: Lesson | null;
}

export function neighborsOf(id: string, course: readonly CoursePhase[]): Neighbors {
  const all = course.flatMap(({ lessons }) => lessons);
  const phase = course.find(({ lessons }) => lessons.some((lesson) => lesson.id === id));
  if (!phase) throw new Error(`content/${id} is in no phase of content/topics.toml.`);
  const counted = phase.lessons.filter(({ minutes }) => minutes !== null);
  const at = counted.findIndex((lesson) => lesson.id === id);
  return {
    phase: phase.title,
    number: at < 0 ? null : at + 1,
    of: counted.length,
    next: all[all.findIndex((lesson) => lesson.id === id) + 1] ?? null,
  };
}
