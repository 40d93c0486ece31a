import { globSync } from 'node:fs';
import { phases } from './topics.ts';

/**
 * The lessons for Starlight's sidebar. Written out rather than `autogenerate`d, which knows only
 * Starlight's own content folder.
 */
export function sidebar() {
  const lessons = phases
    .map(({ id, title }) => ({
      label: title,
      items: globSync(`content/${id}/*/index.mdx`)
        .map((path) => path.replace(/^content\/(.*)\/index\.mdx$/, '$1'))
        .sort(),
    }))
    .filter(({ items }) => items.length > 0);
  return [...lessons, { label: 'All exercises', link: '/exercises/' }];
}
