import type { CoursePhase } from './course.ts';

/** A topic, and the pages that name it. */
export interface Covered {
  id: string;
  title: string;
  lessons: readonly { id: string; title: string }[];
  exercises: readonly { slug: string; title: string }[];
  state: 'both' | 'lesson' | 'exercise' | 'nothing';
}

export interface CoveredPhase {
  id: string;
  title: string;
  topics: readonly Covered[];
}

/**
 * Every topic of the course with what teaches it and what practices it, in the order of `topics.toml`. A page
 * may name a topic of another phase, so all pages are looked at for each.
 */
export function coverageOf(course: readonly CoursePhase[]): readonly CoveredPhase[] {
  const lessons = course.flatMap((phase) => phase.lessons);
  const exercises = course.flatMap((phase) => phase.exercises);
  return course.map(({ id: phase, title: name, topics }) => ({
    id: phase,
    title: name,
    topics: Object.entries(topics).map(([id, title]) => {
      const taught = lessons.filter((lesson) => lesson.topics.includes(id));
      const practiced = exercises.filter((exercise) => exercise.topics.includes(id));
      return {
        id,
        title,
        lessons: taught,
        exercises: practiced,
        state: stateOf(taught.length > 0, practiced.length > 0),
      };
    }),
  }));
}

function stateOf(taught: boolean, practiced: boolean): Covered['state'] {
  if (taught) return practiced ? 'both' : 'lesson';
  return practiced ? 'exercise' : 'nothing';
}
