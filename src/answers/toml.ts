/**
 * A learner's answer as `answers.toml` holds it, so that the browser and the command line share it.
 *
 * A review: `[[marks]]` with `file`, `line` and `reason` (an id; '' until one is chosen).
 * A prediction: `[answers]` with a number, or the text of a choice, for each question's id.
 */
import { parse, stringify, TomlError } from 'smol-toml';
import * as v from 'valibot';
import { ANSWERS } from '../runtime/exercise.ts';

export interface Mark {
  file: string;
  /** 1-based. */
  line: number;
  reason: string;
}

/** By the ids of the questions; those without an answer are absent. */
export type Predictions = Readonly<Record<string, number | string>>;

/** `broken` says in words why the text is no answer. */
export type Read<T> = { kind: 'read'; value: T } | { kind: 'broken'; what: string };

const line = v.pipe(v.number(), v.integer(), v.minValue(1));
const Marks = v.object({
  marks: v.optional(
    v.array(v.object({ file: v.string(), line, reason: v.optional(v.string(), '') })),
    [],
  ),
});
const Answers = v.object({
  answers: v.optional(v.record(v.string(), v.union([v.number(), v.string()])), {}),
});

/** The marks, each line once, in the order of the text. */
export function readMarks(text: string): Read<Mark[]> {
  const read = readToml(text, Marks);
  if (read.kind === 'broken') return read;
  const marks = new Map(read.value.marks.map((mark) => [`${mark.line}:${mark.file}`, mark]));
  return { kind: 'read', value: [...marks.values()] };
}

/** @param before the text that this replaces: the comment at its head stays. */
export function writeMarks(marks: readonly Mark[], before: string): string {
  const sorted = [...marks].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
  const plain = sorted.map(({ file, line: number, reason }) => ({ file, line: number, reason }));
  return written({ marks: plain }, before);
}

export function readPredictions(text: string): Read<Predictions> {
  const read = readToml(text, Answers);
  return read.kind === 'broken' ? read : { kind: 'read', value: read.value.answers };
}

/** @param before the text that this replaces: the comment at its head stays. */
export function writePredictions(answers: Predictions, before: string): string {
  return written({ answers: { ...answers } }, before);
}

function readToml<Schema extends v.GenericSchema>(
  text: string,
  schema: Schema,
): Read<v.InferOutput<Schema>> {
  try {
    const result = v.safeParse(schema, parse(text));
    if (result.success) return { kind: 'read', value: result.output };
    const where = v.getDotPath(result.issues[0]) ?? 'its first line';
    return { kind: 'broken', what: `${ANSWERS} does not say what it should at ${where}.` };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    return { kind: 'broken', what: `${ANSWERS} cannot be read: see its line ${error.line}.` };
  }
}

function written(value: Parameters<typeof stringify>[0], before: string): string {
  const body = stringify(value);
  return `${headOf(before)}${body.endsWith('\n') ? body : `${body}\n`}`;
}

/** Comments and empty lines before anything else. */
function headOf(text: string): string {
  return /^(?:[ \t]*(?:#[^\n]*)?\n)*/.exec(text)?.[0] ?? '';
}
