/** The order of the course: its phases, and in each the lessons and the exercises. */
import type { Exercise } from '../runtime/exercise.ts';
import { exerciseSlugs, readExercise } from './catalog.ts';
import { type Lesson, readLessons } from './lessons.ts';
import { type Phase, phases } from './topics.ts';

export interface CoursePhase extends Phase {
  /** In the order in which they are read. */
  lessons: readonly Lesson[];
  /** Pages to look things up in. */
  references: readonly Lesson[];
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
  const pages = Map.groupBy(readLessons(), ({ id }) => id.split('/')[0]);
  return phases.map((phase) => ({
    ...phase,
    lessons: pages.get(phase.id)?.filter(({ minutes }) => minutes !== null) ?? [],
    references: pages.get(phase.id)?.filter(({ minutes }) => minutes === null) ?? [],
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

/** Where a page of `content/` stands, and what comes after it. */
export interface LessonPlace {
  phase: string;
  part: string;
  /** 1-based among the lessons of its phase; null for a page to look things up in. */
  number: number | null;
  of: number;
  /** Null after the last page of the course. */
  next: Lesson | null;
}

export function lessonPlaceOf(id: string, course: readonly CoursePhase[]): LessonPlace {
  const pages = ({ lessons, references }: CoursePhase) => [...lessons, ...references];
  const phase = course.find((each) => pages(each).some((page) => page.id === id));
  if (!phase) throw new Error(`content/${id} is in no phase of content/topics.toml.`);
  const all = course.flatMap(pages);
  const at = phase.lessons.findIndex((lesson) => lesson.id === id);
  const here = all.findIndex((page) => page.id === id);
  return {
    phase: phase.title,
    part: all[here]?.part ?? '',
    number: at < 0 ? null : at + 1,
    of: phase.lessons.length,
    next: all[here + 1] ?? null,
  };
}
