/** Reads `exercises/` into the values that the site, the recordings and the tests work with. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parse } from 'smol-toml';
import * as v from 'valibot';
import type { Exercise } from '../runtime/exercise.ts';
import type { Files, Project } from '../runtime/protocol.ts';
import { Fault } from './faults.mjs';

const EXERCISES = 'exercises';
const PROJECTS = 'exercises/projects';
export const TABLES = '.cache/tables';

const ProjectFile = v.strictObject({
  name: v.string(),
  packs: v.array(v.string()),
  settings: v.string(),
  seeder: v.pipe(v.string(), v.regex(/^[\w.]+:\w+$/, 'must look like module:function')),
});

const ExerciseFile = v.strictObject({
  title: v.string(),
  phase: v.string(),
  topics: v.array(v.pipe(v.string(), v.regex(/^T-\d+$/, 'must look like T-27'))),
  difficulty: v.picklist([1, 2, 3]),
  minutes: v.pipe(v.number(), v.minValue(1), v.maxValue(120)),
  project: v.string(),
  entry: v.string(),
  hints: v.pipe(v.array(v.string()), v.minLength(1)),
  seed: v.strictObject({ size: v.number(), number: v.number() }),
  files: v.strictObject({ editable: v.array(v.string()), read_only: v.array(v.string()) }),
  limits: v.strictObject({ run_seconds: v.number(), grade_seconds: v.number() }),
});

/** @throws Fault when `project.toml` is missing or does not fit its schema. */
export function readProject(name: string): Project {
  const folder = join(PROJECTS, name);
  const { packs, settings, seeder } = readToml(join(folder, 'project.toml'), ProjectFile);
  const files = readFiles(folder, (path) => path !== 'project.toml');
  return { name, packs, files, settings, seeder, tables: readTables(name) };
}

/** The project's migrated database, once `src/build/tables.ts` has made it. */
function readTables(name: string): string | null {
  const file = join(TABLES, `${name}.txt`);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

export function projectNames(): string[] {
  return foldersWith(PROJECTS, 'project.toml');
}

/** @throws Fault when `exercise.toml` is missing or does not fit its schema, or a file is not there. */
export function readExercise(slug: string): Exercise {
  const folder = join(EXERCISES, slug);
  const file = join(folder, 'exercise.toml');
  const { files, project, ...about } = readToml(file, ExerciseFile);
  const starter = readFiles(join(folder, 'starter'));
  for (const path of [...files.editable, ...files.read_only, about.entry]) {
    if (path in starter) continue;
    throw new Fault(
      `${file} names ${path}, which is not in ${folder}/starter.`,
      'Add the file or correct the name.',
    );
  }
  return {
    ...about,
    slug,
    project: readProject(project),
    editable: files.editable,
    read_only: files.read_only,
    starter,
    solution: readFiles(join(folder, 'solution')),
    checks: readFileSync(join(folder, 'checks.py'), 'utf8'),
    version: createHash('sha256').update(JSON.stringify(starter)).digest('hex').slice(0, 12),
  };
}

export function exerciseSlugs(): string[] {
  return foldersWith(EXERCISES, 'exercise.toml');
}

/** The text files below a folder by relative path; byte code and the like is passed over. */
export function readFiles(folder: string, wanted: (path: string) => boolean = () => true): Files {
  if (!existsSync(folder)) throw new Fault(`${folder} is missing.`, 'Every exercise needs one.');
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('__pycache__'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .filter(wanted)
    .sort();
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

function foldersWith(folder: string, file: string): string[] {
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, file)))
    .sort();
}

function readToml<Schema extends v.GenericSchema>(file: string, schema: Schema) {
  let found: unknown;
  try {
    found = parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Fault(`${file} could not be read.`, `Mend it: ${String(error)}`, error);
  }
  const result = v.safeParse(schema, found);
  if (result.success) return result.output;
  const problems = result.issues.map(
    (issue) => `${v.getDotPath(issue) ?? 'file'}: ${issue.message}`,
  );
  throw new Fault(`${file} does not fit its schema (${problems.join('; ')}).`, 'Correct the file.');
}
