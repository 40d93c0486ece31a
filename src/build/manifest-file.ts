/** Reads the TOML files of `exercises/` and `content/`, and says exactly what is wrong with one. */
import { readFileSync } from 'node:fs';
import { parse, TomlError } from 'smol-toml';
import * as v from 'valibot';
import { Fault } from './faults.mjs';

/** @throws Fault naming the file, the key, what was found and what is allowed. */
export function readToml<Schema extends v.GenericSchema>(file: string, schema: Schema) {
  const found = parseToml(file);
  const result = v.safeParse(schema, found);
  if (result.success) return result.output as v.InferOutput<Schema>;
  const problems = result.issues.map((issue) => `  ${problem(issue, schema)}`);
  throw new Fault(`${file} does not fit its schema:\n${problems.join('\n')}`, 'Correct the file.');
}

function parseToml(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new Fault(`${file} is missing.`, 'Add it: CONTRIBUTING.md says what it holds.', error);
  }
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [message = ''] = error.message.replace('Invalid TOML document: ', '').split('\n');
    throw new Fault(
      `${file}, line ${error.line}, is not TOML: ${message}.`,
      'Correct that line.',
      error,
    );
  }
}

function problem(issue: v.BaseIssue<unknown>, schema: v.GenericSchema): string {
  const key = v.getDotPath(issue) ?? 'the file';
  if (issue.expected === 'never') {
    const beside = entriesAt(schema as Nested, issue.path?.slice(0, -1) ?? []);
    return `${key}: no such key; allowed: ${Object.keys(beside).join(', ')}`;
  }
  if (issue.received === 'undefined') return `${key}: is missing`;
  return `${key}: found ${shown(issue.input)}; allowed: ${allowed(issue)}`;
}

/** The schema's own words where it has some, else what valibot expected. */
function allowed(issue: v.BaseIssue<unknown>): string {
  if (!issue.message.startsWith('Invalid ')) return issue.message;
  return (issue.expected ?? 'something else').replaceAll(/[()]/g, '').replaceAll(' | ', ', ');
}

interface Nested {
  entries?: Record<string, Nested>;
  wrapped?: Nested;
  item?: Nested;
}

/** The keys that a schema knows at a place within it. */
function entriesAt(schema: Nested, path: readonly { key?: unknown }[]): Record<string, Nested> {
  const inner = schema.wrapped ?? schema;
  const [first, ...rest] = path;
  if (!first) return inner.entries ?? {};
  const next = inner.item ?? inner.entries?.[String(first.key)];
  return next ? entriesAt(next, rest) : {};
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
