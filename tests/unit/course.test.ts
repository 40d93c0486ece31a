import { describe, expect, test } from 'vitest';
import { type CoursePhase, lessonPlaceOf, readCourse } from '../../src/build/course.ts';
import { coverageOf } from '../../src/build/coverage.ts';
import { Fault } from '../../src/build/faults.mjs';
import { readLessons } from '../../src/build/lessons.ts';
import { recordedWords } from '../../src/build/recorded-words.ts';
import { phases, topicIds } from '../../src/build/topics.ts';
import type { Report } from '../../src/runtime/report.ts';
import { silent } from './evidence-reports.ts';

const course = readCourse();

describe('the lessons', () => {
  const lessons = readLessons();

  test('are all that the course names, each once', () => {
    const named = phases.flatMap(({ id, parts }) =>
      parts.flatMap(({ pages }) => pages.map((page) => `${id}/${page}`)),
    );
    expect(lessons.map(({ id }) => id)).toEqual(named);
    expect(new Set(named).size).toBe(named.length);
  });

  test('are walked from the first to the last', () => {
    const first = course.flatMap((phase) => phase.lessons)[0]?.id ?? '';
    const walked = [first];
    for (;;) {
      const { next } = lessonPlaceOf(walked.at(-1) ?? '', course);
      if (!next) break;
      walked.push(next.id);
    }
    expect([...walked].sort()).toEqual(lessons.map(({ id }) => id).sort());
  });

  test('send their readers to exercises that exist', () => {
    const slugs = new Set(course.flatMap(({ exercises }) => exercises.map(({ slug }) => slug)));
    for (const { id, exercises } of lessons) {
      expect(
        exercises.filter((slug) => !slugs.has(slug)),
        id,
      ).toEqual([]);
    }
  });
});

describe('the coverage', () => {
  test('names every topic once', () => {
    const ids = coverageOf(course).flatMap(({ topics }) => topics.map(({ id }) => id));
    expect(ids.sort()).toEqual([...topicIds].sort());
  });

  test('tells a lesson, an exercise, both and nothing apart', () => {
    const phase = {
      id: 'orm',
      title: 'The ORM',
      topics: { 'T-1': 'both', 'T-2': 'taught', 'T-3': 'practiced', 'T-4': 'missing' },
      lessons: [{ id: 'orm/a', title: 'A', topics: ['T-1', 'T-2'] }],
      references: [],
      exercises: [{ slug: 'b', title: 'B', topics: ['T-1', 'T-3'] }],
    } as unknown as CoursePhase;
    const states = coverageOf([phase])[0]?.topics.map(({ state }) => state);
    expect(states).toEqual(['both', 'lesson', 'exercise', 'nothing']);
  });

  test('of the ORM is complete', () => {
    const orm = coverageOf(course).find(({ id }) => id === 'orm');
    const missing = orm?.topics.filter(({ state }) => state !== 'both').map(({ id }) => id);
    expect(missing).toEqual([]);
  });
});

describe('what prose takes from a record', () => {
  const wanted = { path: 'orm/x/y.py', what: undefined, says: undefined } as const;
  const printed = (text: string): Report => ({
    ...silent,
    output: [{ stream: 'stdout', text }],
  });

  test('is what stands behind the words of a printed line', () => {
    const words = recordedWords(printed('before: 10\nafter: 8\n'), { ...wanted, says: 'after:' });
    expect(words).toBe('8');
  });

  test('is missed when the snippet no longer says it', () => {
    expect(() => recordedWords(printed('later: 8\n'), { ...wanted, says: 'after:' })).toThrow(
      Fault,
    );
    expect(() => recordedWords(silent, { ...wanted, what: 'error' })).toThrow(Fault);
  });
});
