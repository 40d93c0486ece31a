import type { LineMark } from './editor.ts';

/** Longer statements are in the result, where there is room for them. */
const LONGEST_SQL = 1_500;

/**
 * What a mark has to say when it is asked, as Markdown: SQL in fenced blocks, so that nothing in it
 * can be anything but text.
 */
export function markWords({ statements = [], others = 0, message }: LineMark): string[] {
  // The marker of an error says its message itself.
  if (message !== undefined) return [];
  const words = statements.map(({ note, sql }) => `${note}\n\n${fenced(shortened(sql), 'sql')}`);
  if (others > 0) {
    const kinds = others === 1 ? '1 other statement' : `${others} other statements`;
    words.push(`And ${kinds}: the result lists them.`);
  }
  return words;
}

/** A fence longer than any in the text, which therefore cannot end it. */
export function fenced(text: string, language: string): string {
  const runs = text.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
  return `${fence}${language}\n${text}\n${fence}`;
}

export function shortened(sql: string): string {
  return sql.length > LONGEST_SQL ? `${sql.slice(0, LONGEST_SQL)}\n…` : sql;
}
