import { exercisesOf, lessonsOf } from './course.ts';
import { phases } from './topics.ts';

/**
 * The lessons for Starlight's sidebar. Written out rather than `autogenerate`d, which knows only
 * Starlight's own content folder. Each link names its exercises, for `sidebar-marks.ts`.
 */
export function sidebar() {
  const lessons = phases
    .map(({ id, title }) => ({
      label: title,
      items: lessonsOf(id).map(({ id: slug }) => ({
        slug,
        attrs: { 'data-lesson': slug, 'data-exercises': exercisesOf(slug).join(' ') },
      })),
    }))
    .filter(({ items }) => items.length > 0);
  return [...lessons, { label: 'All exercises', link: '/exercises/' }];
}
