import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** The source of a snippet, for example of `orm/n-plus-one/slow.py`. */
export function snippetSource(path: string): string {
  return readFileSync(join('content', path), 'utf8').trimEnd();
}

/** A lesson as others name it. */
export interface LessonName {
  /** Its path below the site's root, for example `orm/n-plus-one`. */
  id: string;
  title: string;
}

/** The lesson that sends its readers to an exercise; null when none does. */
export function lessonOf(slug: string): LessonName | null {
  for (const path of globSync('content/*/*/index.mdx').sort()) {
    const text = readFileSync(path, 'utf8');
    if (!text.includes(`<ExerciseCard slug="${slug}"`)) continue;
    const [, frontmatter = ''] = text.split(/^---$/m);
    const { title } = parse(frontmatter) as { title: string };
    return { id: path.replaceAll('\\', '/').replace(/^content\/(.*)\/index\.mdx$/, '$1'), title };
  }
  return null;
}
