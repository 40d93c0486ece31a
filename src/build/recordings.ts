import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { changesProject } from '../runtime/changes.ts';
import { type Exercise, gradeRequest } from '../runtime/exercise.ts';
import { parseReport } from '../runtime/parse-report.ts';
import type { GradeRequest, Opening, RunRequest } from '../runtime/protocol.ts';
import type { Report } from '../runtime/report.ts';
import type { Python } from '../sandbox/python.ts';
import { exerciseSlugs, readExercise, readProject } from './catalog.ts';
import { Fault } from './faults.mjs';
import { createGrader } from './grader.ts';
import { hostPython, ltsPython } from './host-python.ts';
import { frontmatterOf } from './lessons.ts';
import { recordingCache } from './recording-cache.ts';
import { replaceFile, replaceFolder } from './staging.ts';
import type { Progress } from './steps.ts';

export const RECORDINGS = '.cache/recordings';
const CONTENT = 'content';

const Frontmatter = v.object({
  project: v.string(),
  seed: v.object({ size: v.number(), number: v.number() }),
  lts: v.optional(v.array(v.string()), []),
});

/** What a lesson's snippets run in, from its frontmatter. @throws Fault */
export function lessonOpening(lesson: string): Opening {
  const { project, seed } = settingOf(lesson);
  return { project: readProject(project), seed };
}

/** What a lesson's frontmatter says of its runs. @throws Fault */
function settingOf(lesson: string) {
  const file = join(CONTENT, lesson, 'index.mdx');
  const result = v.safeParse(Frontmatter, frontmatterOf(readFileSync(file, 'utf8')));
  if (!result.success) {
    throw new Fault(
      `${file} has snippets but its frontmatter does not say what they run in.`,
      'Add "project: shop" and "seed: { size: 100, number: 7 }".',
    );
  }
  return result.output;
}

/** A line of Django beside the one that the course runs, which differences are recorded on. */
export type DjangoLine = '5.2';

/** The recorded report of a snippet, for example of `orm/n-plus-one/slow.py`. @throws Fault */
export function snippetRecording(path: string, on?: DjangoLine): Report {
  return readRecording(`${on ? `django-${on}` : 'snippets'}/${path}`);
}

/** The recorded report of an exercise's starter or solution. @throws Fault */
export function exerciseRecording(slug: string, which: 'starter' | 'solution'): Report {
  return readRecording(`exercises/${slug}/${which}`);
}

function readRecording(name: string): Report {
  try {
    return parseReport(readFileSync(join(RECORDINGS, `${name}.json`), 'utf8'));
  } catch (error) {
    throw new Fault(
      `There is no recording of ${name}.`,
      'Run "npm run build", which records every snippet and exercise.',
      error,
    );
  }
}

/**
 * Run every snippet, starter and solution in a Python of its own and keep the reports.
 *
 * @throws Fault when one of them ends in an error: a lesson shows what happens, so nothing may fail by
 * mistake. A snippet that is meant to fail says so in its first line: `# fails: FieldError`.
 */
export async function buildRecordings(progress: Progress): Promise<void> {
  const exercises = exerciseSlugs().map(readExercise);
  const runs = [...snippetRequests(), ...exercises.flatMap((each) => [...runsOf(each)])];
  const gradings = exercises.flatMap((each) => [...gradingsOf(each)]);
  const older = [...snippetRequestsOn('5.2')];
  const total = runs.length + gradings.length + older.length;
  const keep = await recordingCache();
  const opened = openedPython();
  const grader = createGrader();
  try {
    await replaceFolder(RECORDINGS, async (folder) => {
      let done = 0;
      const record = async (name: string, request: unknown, make: () => Promise<string>) => {
        progress(done++, total, 'items', name);
        await replaceFile(join(folder, `${name}.json`), await keep(name, request, make));
      };
      for (const [name, request] of runs) {
        await record(name, request, async () => {
          const text = (await opened(request)).call('run', JSON.stringify(request));
          demandOutcome(name, request, parseReport(text));
          return text;
        });
      }
      for (const [name, request] of older) {
        await record(name, request, async () => {
          const python = await ltsPython(request.project.packs);
          if (!changesProject(request)) python.call('open_project', JSON.stringify(request));
          return python.call('run', JSON.stringify(request));
        });
      }
      for (const [name, request, seconds] of gradings) {
        await record(name, request, async () =>
          JSON.stringify(await grader.grade(request, seconds)),
        );
      }
    });
  } finally {
    grader.close();
  }
}

/**
 * Gives a fresh Python for each run, with its project opened as in a browser. To fill the database takes longer
 * than most runs, so the memory of the last project that was opened is kept: the next run often has the same.
 */
function openedPython(): (request: RunRequest) => Promise<Python> {
  let last: { key: string; snapshot: Uint8Array } | null = null;
  return async (request) => {
    const { project, seed } = request;
    if (changesProject(request)) return hostPython(project.packs);
    const key = JSON.stringify([project, seed]);
    if (last?.key !== key) {
      const python = await hostPython(project.packs);
      python.call('open_project', JSON.stringify(request));
      last = { key, snapshot: python.save() };
    }
    return hostPython(project.packs, { snapshot: last.snapshot });
  };
}

function* snippetRequests(): Generator<[string, RunRequest]> {
  for (const path of globSync(`${CONTENT}/*/*/*.py`).sort()) {
    const name = path.slice(CONTENT.length + 1).replaceAll('\\', '/');
    const entry = name.split('/').at(-1) ?? '';
    const files = { [entry]: readFileSync(path, 'utf8') };
    yield [`snippets/${name}`, { ...lessonOpening(dirname(name)), files, entry }];
  }
}

/** Those that their lesson names. A different outcome may be the difference, so an error is no fault. */
function* snippetRequestsOn(line: DjangoLine): Generator<[string, RunRequest]> {
  for (const [name, request] of snippetRequests()) {
    const path = name.slice('snippets/'.length);
    if (!settingOf(dirname(path)).lts.includes(request.entry)) continue;
    yield [`django-${line}/${path}`, request];
  }
}

/** An exercise without anything to run is recorded as Check would judge it. */
function* runsOf(exercise: Exercise): Generator<[string, RunRequest]> {
  const { slug, project, seed, entry } = exercise;
  if (entry === null) return;
  for (const which of ['starter', 'solution'] as const) {
    yield [`exercises/${slug}/${which}`, { project, seed, entry, files: exercise[which] }];
  }
}

function* gradingsOf(exercise: Exercise): Generator<[string, GradeRequest, number]> {
  const { slug, entry, limits } = exercise;
  if (entry !== null) return;
  for (const which of ['starter', 'solution'] as const) {
    const request = gradeRequest(exercise, exercise[which]);
    yield [`exercises/${slug}/${which}`, request, limits.grade_seconds];
  }
}

function demandOutcome(name: string, request: RunRequest, report: Report): void {
  const [, expected = null] = /^# fails: (\w+)/.exec(request.files[request.entry] ?? '') ?? [];
  const got = report.error?.type ?? null;
  if (got === expected) return;
  throw new Fault(
    `Recording ${name}: ${got ? `it raised ${got}: ${report.error?.message}` : 'it raised nothing'}${expected ? `, and ${expected} was announced` : ''}.`,
    'Correct the code, or its announcement in the first line.',
  );
}
