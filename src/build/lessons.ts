import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The source of a snippet, for example of `orm/n-plus-one/slow.py`. */
export function snippetSource(path: string): string {
  return readFileSync(join('content', path), 'utf8').trimEnd();
}
