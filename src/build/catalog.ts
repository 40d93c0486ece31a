/** Reads `exercises/` into the values that the site, the recordings and the tests work with. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type * as v from 'valibot';
import type { Exercise } from '../runtime/exercise.ts';
import type { Files, Mistake, Project } from '../runtime/protocol.ts';
import { readForm } from './answer-form.ts';
import { ExerciseFile, ProjectFile, WhyFile } from './exercise-file.ts';
import { Fault } from './faults.mjs';
import { readToml } from './manifest-file.ts';

const EXERCISES = 'exercises';
const PROJECTS = 'exercises/projects';
export const TABLES = '.cache/tables';

/** @throws Fault when `project.toml` is missing or does not fit its schema. */
export function readProject(name: string): Project {
  const folder = join(PROJECTS, name);
  if (!existsSync(folder)) {
    throw new Fault(
      `There is no project "${name}".`,
      `Use one of ${projectNames().join(', ')}, or add ${folder}.`,
    );
  }
  const { packs, settings, seeder } = readToml(join(folder, 'project.toml'), ProjectFile);
  const files = readFiles(folder, (path) => path !== 'project.toml');
  return { name, packs, files, settings, seeder, tables: readTables(name) };
}

/** What the seed's size counts; null where the data of a project does not grow. */
function readGrows(name: string): string | null {
  return readToml(join(PROJECTS, name, 'project.toml'), ProjectFile).grows ?? null;
}

/** The project's migrated database, once `src/build/tables.ts` has made it. */
function readTables(name: string): string | null {
  const file = join(TABLES, `${name}.txt`);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

export function projectNames(): string[] {
  return foldersWith(PROJECTS, 'project.toml');
}

export function exerciseFolder(slug: string): string {
  return join(EXERCISES, slug);
}

/** @throws Fault when `exercise.toml` is missing or does not fit its schema, or a file is not there. */
export function readExercise(slug: string): Exercise {
  const folder = exerciseFolder(slug);
  if (!existsSync(folder)) {
    throw new Fault(
      `There is no exercise "${slug}".`,
      `Use one of: ${exerciseSlugs().join(', ')}. A new one: npm run new exercise ${slug}.`,
    );
  }
  const file = join(folder, 'exercise.toml');
  const manifest = readToml(file, ExerciseFile);
  const { files, project, settings, packs, preload, entry, review, predict, ...about } = manifest;
  const starter = readFiles(join(folder, 'starter'));
  const listed = [...files.editable, ...files.read_only, ...files.hidden];
  demandFiles(file, starter, entry ? [...listed, entry] : listed);
  for (const path of Object.keys(starter)) {
    if (listed.includes(path)) continue;
    throw new Fault(
      `${folder}/starter/${path} is a stray file: ${file} does not list it.`,
      'Name it under [files] as editable, read_only or hidden, or delete it.',
    );
  }
  const laid = layOver(readProject(project), join(folder, 'project'), settings, packs);
  return {
    ...about,
    slug,
    form: readForm(file, manifest, { ...laid.files, ...starter }),
    entry: entry ?? null,
    show: manifest.show ?? null,
    project: { ...laid, preload },
    grows: readGrows(project),
    editable: files.editable,
    read_only: files.read_only,
    starter,
    solution: { ...starter, ...readFiles(join(folder, 'solution')) },
    checks: readText(join(folder, 'checks.py')),
    support: readFiles(join(folder, 'support'), () => true, true),
    mistakes: readMistakes(folder),
    version: createHash('sha256').update(JSON.stringify(starter)).digest('hex').slice(0, 12),
  };
}

/** An exercise may lay files of its own over the project, and name its own settings. */
function layOver(
  project: Project,
  folder: string,
  settings: string | undefined,
  packs: readonly string[],
): Project {
  const own = readFiles(folder, () => true, true);
  const changed = Object.keys(own).length > 0 || settings !== undefined;
  return {
    ...project,
    packs: [...new Set([...project.packs, ...packs])],
    files: { ...project.files, ...own },
    settings: settings ?? project.settings,
    // Other apps or other settings may mean other tables.
    tables: changed ? null : project.tables,
  };
}

/** A submission that the author keeps: it must pass, or must fail for a reason. */
export interface Submission {
  kind: 'starter' | 'solution' | 'also-right' | 'wrong';
  name: string;
  /** Only what differs from the starter. */
  files: Files;
  /** For wrong ones. */
  why: v.InferOutput<typeof WhyFile> | null;
}

/** All submissions that an exercise carries. @throws Fault when one changes what it may not. */
export function readSubmissions(exercise: Exercise): Submission[] {
  const folder = exerciseFolder(exercise.slug);
  const kept = (kind: 'also-right' | 'wrong') =>
    foldersIn(join(folder, kind)).map((name): Submission => {
      const path = join(folder, kind, name);
      const files = readFiles(path, (file) => file !== 'why.toml');
      demandEditable(exercise, path, files);
      const why = kind === 'wrong' ? readToml(join(path, 'why.toml'), WhyFile) : null;
      return { kind, name, files, why };
    });
  return [
    { kind: 'starter', name: 'starter', files: {}, why: null },
    { kind: 'solution', name: 'solution', files: exercise.solution, why: null },
    ...kept('also-right'),
    ...kept('wrong'),
  ];
}

/** @throws Fault when a submission brings files that a learner could not change. */
export function demandEditable(exercise: Exercise, path: string, files: Files): void {
  for (const file of Object.keys(files)) {
    if (exercise.editable.includes(file)) continue;
    throw new Fault(
      `${path}/${file} is not a file that the learner can change.`,
      `Keep to ${exercise.editable.join(', ')}, or list it under files.editable.`,
    );
  }
}

export function exerciseSlugs(): string[] {
  return foldersWith(EXERCISES, 'exercise.toml');
}

/** The text files below a folder by relative path; byte code and the like is passed over. */
export function readFiles(
  folder: string,
  wanted: (path: string) => boolean = () => true,
  optional = false,
): Files {
  if (!existsSync(folder)) {
    if (optional) return {};
    throw new Fault(`${folder} is missing.`, 'Every exercise needs one.');
  }
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('__pycache__'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .filter(wanted)
    .sort();
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

function readMistakes(folder: string): Mistake[] {
  return foldersIn(join(folder, 'wrong')).flatMap((name) => {
    const { check, pattern, reason, say } = readToml(
      join(folder, 'wrong', name, 'why.toml'),
      WhyFile,
    );
    return pattern === undefined ? [] : [{ pattern, say: say ?? reason, check }];
  });
}

function demandFiles(manifest: string, starter: Files, paths: readonly string[]): void {
  for (const path of paths) {
    if (path in starter) continue;
    throw new Fault(
      `${manifest} names ${path}, which is not in starter/.`,
      'Add the file or correct the name.',
    );
  }
}

function readText(file: string): string {
  if (existsSync(file)) return readFileSync(file, 'utf8');
  throw new Fault(`${file} is missing.`, 'Every exercise needs one.');
}

function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

function foldersWith(folder: string, file: string): string[] {
  return foldersIn(folder).filter((name) => existsSync(join(folder, name, file)));
}
