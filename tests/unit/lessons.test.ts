import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inDocs, placesOf, readDocsIndex } from '../../src/build/django-docs.ts';
import { frontmatterOf } from '../../src/build/lessons.ts';

const lessons = globSync('content/*/*/index.mdx').map((path) => {
  const text = readFileSync(path, 'utf8');
  const [, , ...rest] = text.split(/^---$/m);
  return { path, data: frontmatterOf(text) as Frontmatter, body: rest.join('---') };
});

interface Frontmatter {
  minutes?: number;
  docs?: { title: string; path: string }[];
}

/** Words that a run would count; a number before them is measured, so it must come from its record. */
const NUMBER = String.raw`\d[\d,.]*`;
const WORD = 'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\w+teen|twenty|hundreds?';
const QUERIES = 'quer(?:y|ies)|statements?|INSERTs?|UPDATEs?|SELECTs?';
const SIZES = 'rows?|MB|KB|kB|ms|seconds|bytes|characters';
const MEASURED = new RegExp(
  String.raw`(?<![\w.-])(?:(?:${NUMBER})\s+(?:${QUERIES}|${SIZES})|(?:${WORD})\s+(?:${QUERIES}))\b`,
  'gi',
);

/** What the reader reads: no imports, no components, no code. */
function proseOf(body: string): string {
  return body
    .replaceAll(/^(?:import|export) .*$/gm, '')
    .replaceAll(/```[\s\S]*?```/g, '')
    .replaceAll(/`[^`\n]*`/g, '')
    .replaceAll(/<[A-Z]\w*\b(?:[^>"]|"[^"]*")*>/g, ' ');
}

describe('a lesson', () => {
  test.each(lessons)('$path quotes what a run measured, and does not type it', ({ path, body }) => {
    // What a snippet sets, prose may repeat: "notes of 4,000 characters".
    const sources = globSync(`${dirname(path)}/*.py`).map((file) => readFileSync(file, 'utf8'));
    const set = new Set(
      sources
        .join('\n')
        .replaceAll(/(?<=\d)[_,](?=\d)/g, '')
        .match(/\d+/g),
    );
    const typed = (proseOf(body).match(MEASURED) ?? []).filter(
      (words) => !set.has(words.replaceAll(',', '').match(/^\d+/)?.[0] ?? ''),
    );
    expect(typed).toEqual([]);
  });

  test.each(lessons)('$path has its quotes within their sentences', ({ body }) => {
    // At the beginning of a line, a component is a block of its own.
    expect(body.match(/^\s*<Recorded .*/gm) ?? []).toEqual([]);
  });

  test.each(lessons)('$path links to pages and places that the documentation has', ({ data }) => {
    const index = readDocsIndex();
    const lost = (data.docs ?? []).map(({ path }) => path).filter((path) => !inDocs(index, path));
    expect(lost).toEqual([]);
  });

  const whole = lessons.filter(({ data }) => data.minutes !== undefined);
  test.each(whole)(
    '$path takes five to twelve minutes and ends in three things',
    ({ data, body }) => {
      expect(data.docs?.length ?? 0).toBeGreaterThan(0);
      expect(data.minutes).toBeGreaterThanOrEqual(5);
      expect(data.minutes).toBeLessThanOrEqual(12);
      const [, end = ''] = body.split(/^## Three things to remember$/m);
      expect(end.match(/^\d\. /gm)).toHaveLength(3);
    },
  );
});

describe('the measured numbers', () => {
  test.each([
    'it takes 301 queries',
    'two queries are enough',
    'moves 40 MB',
    'and seventeen queries, or twelve statements',
  ])('are seen in "%s"', (prose) => {
    expect(prose.match(MEASURED)).not.toBeNull();
  });

  test.each(['one query for each row', 'the `[:300]` of the code', 'T-27 queries'])(
    'are not seen in "%s"',
    (prose) => {
      expect(proseOf(prose).match(MEASURED)).toBeNull();
    },
  );
});

describe('places of the documentation', () => {
  test('are read from the Django that runs', () => {
    const version = (file: string) =>
      /^Django==(\S+)/m.exec(readFileSync(`src/python/${file}`, 'utf8'))?.[1];
    expect(version('requirements-docs.txt')).toBe(version('requirements.txt'));
  });

  test('are titles, labels and what is described', () => {
    const text =
      '.. _my-label:\n\n``select_related()``\n~~~~~~~~~~~~~~~~~~~~\n\n.. method:: select_related(*fields)\n\n.. fieldlookup:: in\n';
    expect(placesOf(text)).toEqual([
      'select-related',
      'my-label',
      'std-fieldlookup-in',
      'select_related',
    ]);
    const index = { 'ref/models/querysets/': placesOf(text) };
    expect(inDocs(index, 'ref/models/querysets/#select-related')).toBe(true);
    expect(
      inDocs(index, 'ref/models/querysets/#django.db.models.query.QuerySet.select_related'),
    ).toBe(true);
    expect(inDocs(index, 'ref/models/querysets/#prefetch-related')).toBe(false);
    expect(inDocs(index, 'ref/models/nothing/')).toBe(false);
  });
});
