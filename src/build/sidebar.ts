import { globSync } from 'node:fs';

/** The phases of the course in their order; a phase is a folder of `content/`. */
const PHASES: Readonly<Record<string, string>> = { orm: 'The ORM' };

/**
 * The lessons for Starlight's sidebar. Written out rather than `autogenerate`d, which knows only
 * Starlight's own content folder.
 */
export function sidebar(): { label: string; items: string[] }[] {
  return Object.entries(PHASES).map(([phase, label]) => ({
    label,
    items: globSync(`content/${phase}/*/index.mdx`)
      .map((path) => path.replace(/^content\/(.*)\/index\.mdx$/, '$1'))
      .sort(),
  }));
}
