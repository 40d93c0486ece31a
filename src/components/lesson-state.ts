import { readPassed, savedProgress } from '../stores/passed.ts';
import { readVisits } from '../stores/visits.ts';

export type LessonState = 'done' | 'visited' | null;

/**
 * Tells what the reader did of the lesson that a link leads to, which names it in `data-lesson` and its
 * exercises in `data-exercises`. Done is what has exercises that are all passed.
 */
export function lessonStates(): (link: HTMLElement) => LessonState {
  const { lessons } = readVisits(() => localStorage);
  const saved = savedProgress();
  return ({ dataset: { lesson = '', exercises = '' } }) => {
    const slugs = exercises.split(' ').filter((slug) => slug !== '');
    const done = slugs.length > 0 && slugs.every((slug) => readPassed(saved, slug));
    return done ? 'done' : lesson in lessons ? 'visited' : null;
  };
}
