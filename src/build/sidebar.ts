import { readLessons } from './lessons.ts';
import { phases } from './topics.ts';

/**
 * The lessons for Starlight's sidebar. Written out rather than `autogenerate`d, which knows only
 * Starlight's own content folder. Each link names its exercises, for `lesson-state.ts`.
 */
export function sidebar() {
  const all = readLessons();
  const groups = phases
    .map(({ id: phase, title, parts }) => ({
      label: title,
      items: parts.map((part) => ({
        label: part.title,
        items: all
          .filter((lesson) => lesson.id.startsWith(`${phase}/`) && lesson.part === part.title)
          .map(({ id, exercises }) => ({
            slug: id,
            attrs: { 'data-lesson': id, 'data-exercises': exercises.join(' ') },
          })),
      })),
    }))
    .filter(({ items }) => items.length > 0);
  return [
    ...groups,
    { label: 'All lessons', link: '/lessons/' },
    { label: 'All exercises', link: '/exercises/' },
  ];
}
