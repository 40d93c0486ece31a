/**
 * Answers to questions about the project. Python writes them (`src/python/assistant`); they come from
 * where the project's models run, so they are data to show and nothing else.
 */
import * as v from 'valibot';
import type { Question } from './protocol.ts';

/** More text than an answer can need. */
const LONGEST = 8_000_000;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const Completion = v.object({
  label: v.string(),
  kind: v.picklist([
    ...['field', 'relation', 'lookup', 'method', 'function'],
    ...['class', 'module', 'keyword', 'variable'],
  ] as const),
  insert: v.string(),
  replace: count,
  detail: v.string(),
  documentation: v.string(),
});

const Signature = v.object({
  label: v.string(),
  parameters: v.array(v.string()),
  active: v.pipe(v.number(), v.integer(), v.minValue(-1)),
  documentation: v.string(),
});

const Relation = v.object({
  kind: v.picklist(['foreign', 'one', 'many']),
  to: v.string(),
  table: v.string(),
  /** The name of the way back; '' for none. */
  back: v.string(),
});

const Field = v.object({
  name: v.string(),
  column: v.string(),
  type: v.string(),
  pk: v.boolean(),
  null: v.boolean(),
  relation: v.nullable(Relation),
});

const Model = v.object({
  label: v.string(),
  app: v.string(),
  name: v.string(),
  table: v.string(),
  own: v.boolean(),
  auto: v.boolean(),
  fields: v.array(Field),
});

const Table = v.object({ table: v.string(), rows: count });

const Cell = v.nullable(v.union([v.string(), v.number(), v.object({ bytes: count })]));

const Column = v.object({
  name: v.string(),
  type: v.string(),
  pk: v.boolean(),
  references: v.nullable(v.object({ table: v.string(), column: v.string() })),
});

const Rows = v.pipe(
  v.object({
    columns: v.array(Column),
    total: count,
    from: count,
    found: v.nullable(count),
    rows: v.array(v.array(Cell)),
  }),
  v.check(({ columns, rows }) => rows.every((row) => row.length === columns.length), 'a torn row'),
);

const ALL = {
  complete: v.array(Completion),
  signature: v.nullable(Signature),
  describe: v.nullable(v.string()),
  schema: v.array(Model),
  tables: v.array(Table),
  rows: v.nullable(Rows),
} as const satisfies Record<Question['kind'], v.GenericSchema>;

/** What each kind of question is answered with. */
export type Answers = { [K in Question['kind']]: v.InferOutput<(typeof ALL)[K]> };

const SCHEMAS: { [K in Question['kind']]: v.GenericSchema<unknown, Answers[K]> } = ALL;

/** A model of the project. */
export type Model = v.InferOutput<typeof Model>;
export type ModelField = v.InferOutput<typeof Field>;
/** A table of its database. */
export type Table = v.InferOutput<typeof Table>;
export type Column = v.InferOutput<typeof Column>;
export type Cell = v.InferOutput<typeof Cell>;
/** A page of rows; `found` is the place of the row that was asked for. */
export type Rows = NonNullable<Answers['rows']>;

const Reply = v.union([v.object({ failed: v.string() }), v.object({ answer: v.unknown() })]);

/**
 * Read an answer from JSON text that nobody vouches for.
 *
 * @throws Error when it is none, or says why the project could not be opened.
 */
export function parseAnswer<K extends Question['kind']>(kind: K, text: string): Answers[K] {
  if (typeof text !== 'string' || text.length > LONGEST) throw new Error('It is too long.');
  const reply = v.parse(Reply, JSON.parse(text));
  if ('failed' in reply) throw new ProjectRefused(reply.failed);
  const schema: v.GenericSchema<unknown, Answers[K]> = SCHEMAS[kind];
  return v.parse(schema, reply.answer);
}

/** Django does not load the learner's models or settings as they are. */
export class ProjectRefused extends Error {}
