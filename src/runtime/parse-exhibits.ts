import * as v from 'valibot';

const text = v.string();
const flag = v.boolean();
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const amount = v.pipe(v.number(), v.finite(), v.minValue(0));
const texts = v.array(text);
const place = v.nullable(v.object({ file: text, line: count, scope: text }));
const pairs = v.array(v.object({ name: text, value: text }));

const Message = v.object({ headers: pairs, body: text, cut: count });

const Http = v.object({
  kind: v.literal('http'),
  title: text,
  visits: v.array(
    v.object({
      method: text,
      path: text,
      who: text,
      status: v.nullable(count),
      queries: count,
      ms: amount,
      trouble: text,
      place,
      request: Message,
      response: Message,
      wrong: texts,
    }),
  ),
});

const Stages = v.array(v.object({ model: text, count, lost: count, added: count, changed: count }));

const Operation = v.object({
  text,
  sqlite: v.nullable(texts),
  postgres: v.nullable(texts),
  locks: v.array(
    v.object({
      action: text,
      mode: text,
      blocks: text,
      rewrites: flag,
      scans: flag,
      sentence: text,
    }),
  ),
});

const Migrations = v.object({
  kind: v.literal('migrations'),
  title: text,
  migrations: v.array(
    v.object({
      name: text,
      place,
      atomic: flag,
      operations: v.array(Operation),
      back: v.nullable(texts),
      reversible: flag,
      ran: v.picklist(['ran', 'failed', 'not run']),
      errors: texts,
      rows: Stages,
      late: texts,
    }),
  ),
  before: Stages,
  back: Stages,
  back_error: text,
});

const Cache = v.object({
  kind: v.literal('cache'),
  title: text,
  steps: v.array(
    v.object({
      told: text,
      queries: count,
      events: v.array(
        v.object({
          operation: text,
          key: text,
          who: text,
          outcome: v.picklist(['hit', 'miss', 'stored', 'refused', 'other']),
          detail: text,
        }),
      ),
      meetings: v.array(v.object({ moment: text, calls: count })),
    }),
  ),
});

const Tasks = v.object({
  kind: v.literal('tasks'),
  title: text,
  steps: v.array(
    v.object({
      told: text,
      sent: v.array(v.object({ task: text, in_transaction: flag })),
      runs: v.array(
        v.object({
          task: text,
          message: count,
          attempt: count,
          at: amount,
          outcome: v.picklist(['succeeded', 'failed', 'retried', 'other']),
          state: text,
          again: flag,
          error: text,
        }),
      ),
    }),
  ),
});

/** Records of `logging`: of an exhibit, or of a run. */
export const LogRecords = v.array(
  v.object({
    level: text,
    logger: text,
    message: text,
    fields: pairs,
    place,
    error: text,
    lines: v.nullable(texts),
  }),
);

const Logs = v.object({ kind: v.literal('logs'), title: text, records: LogRecords });

const Tests = v.object({
  kind: v.literal('tests'),
  title: text,
  implementations: v.array(v.object({ name: text, flaw: text, trouble: text })),
  tests: v.array(
    v.object({
      name: text,
      file: text,
      results: v.array(v.object({ on: count, outcome: text, noticed: flag, message: text, place })),
    }),
  ),
});

const Race = v.object({
  kind: v.literal('race'),
  title: text,
  told: text,
  steps: v.array(
    v.object({ caller: text, sql: text, effect: text, place, waits: flag, note: text }),
  ),
  state: text,
  holds: flag,
});

export const Exhibits = v.array(
  v.variant('kind', [
    v.object({ kind: v.literal('code'), title: text, language: text, text }),
    v.object({ kind: v.literal('table'), title: text, columns: texts, rows: v.array(texts) }),
    Http,
    Migrations,
    Cache,
    Tasks,
    Logs,
    Tests,
    Race,
  ]),
);
