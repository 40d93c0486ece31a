import * as v from 'valibot';
import { Exhibits, LogRecords } from './parse-exhibits.ts';
import { REPORT_VERSION, type Report } from './report.ts';

/** Thrown when what came out of the sandbox is not a report. */
export class BadReport extends Error {}

/** More text than a report can need: it is capped in Python, but Python is the learner's. */
const LONGEST = 32_000_000;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const milliseconds = v.pipe(v.number(), v.finite(), v.minValue(0));

const place = { file: v.string(), line: count, scope: v.string() };
const Place = v.object(place);

const Value = v.variant('kind', [
  v.object({ kind: v.literal('text'), text: v.string() }),
  v.object({
    kind: v.literal('table'),
    columns: v.array(v.string()),
    rows: v.array(v.array(v.string())),
    more: v.nullable(count),
  }),
]);

const LearnerError = v.object({
  type: v.string(),
  message: v.string(),
  frames: v.array(v.object({ ...place, source: v.string() })),
  hint: v.nullable(v.string()),
  causes: v.array(v.object({ type: v.string(), message: v.string() })),
});

const Query = v.object({
  statement: count,
  params: v.array(v.string()),
  start_ms: milliseconds,
  duration_ms: milliseconds,
  rows: v.nullable(count),
  alias: v.string(),
  atomic: count,
  stack: v.array(Place),
});

const Finding = v.object({
  kind: v.picklist(['n_plus_one', 'query_in_loop', 'deferred_load', 'unused_eager_load']),
  message: v.string(),
  place: v.nullable(Place),
  count,
  queries: v.array(count),
  relation: v.nullable(v.string()),
  origin: v.nullable(Place),
  cure: v.nullable(v.string()),
});

const PlanStep = v.object({
  depth: count,
  detail: v.string(),
  kind: v.picklist(['scan', 'search', 'sort', 'subquery', 'other']),
  table: v.nullable(v.string()),
  index: v.nullable(v.string()),
  covering: v.boolean(),
});

const Check = v.object({
  title: v.string(),
  status: v.picklist(['passed', 'failed', 'skipped']),
  message: v.string(),
  place: v.nullable(Place),
  measured: v.nullable(v.object({ got: v.number(), target: v.number(), unit: v.string() })),
  advice: v.nullable(v.string()),
  points: v.nullable(count),
});

const ReportSchema = v.object({
  version: v.literal(REPORT_VERSION),
  kind: v.picklist(['run', 'grading']),
  output: v.array(v.object({ stream: v.picklist(['stdout', 'stderr']), text: v.string() })),
  output_cut: count,
  value: v.nullable(Value),
  error: v.nullable(LearnerError),
  query_count: count,
  queries: v.array(Query),
  statements: v.array(v.object({ sql: v.string(), formatted: v.string(), shape: count })),
  shapes: v.array(
    v.object({
      sql: v.string(),
      verb: v.string(),
      tables: v.array(v.string()),
      count,
      total_ms: milliseconds,
      plan: v.nullable(v.array(PlanStep)),
      unread: v.nullable(v.array(v.string())),
      relations: v.array(v.string()),
    }),
  ),
  findings: v.array(Finding),
  checks: v.array(Check),
  verdict: v.nullable(v.object({ passed: v.boolean(), sentence: v.string() })),
  exhibits: Exhibits,
  logs: LogRecords,
  timings: v.object({ setup_ms: milliseconds, run_ms: milliseconds, sql_ms: milliseconds }),
});

/**
 * Read a report from JSON text that nobody vouches for. Indices between its parts are checked as well,
 * so that what renders it need not ask again.
 *
 * @throws BadReport
 */
export function parseReport(text: string): Report {
  if (typeof text !== 'string' || text.length > LONGEST) throw new BadReport('It is too long.');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new BadReport(`It is not JSON: ${String(error)}`);
  }
  const result = v.safeParse(ReportSchema, json);
  if (!result.success) {
    const [issue] = result.issues;
    throw new BadReport(`${v.getDotPath(issue) ?? 'report'}: ${issue.message}`);
  }
  const report = result.output;
  const { queries, statements, shapes, findings } = report;
  const sound =
    queries.every((query) => query.statement < statements.length) &&
    statements.every((statement) => statement.shape < shapes.length) &&
    findings.every((finding) => finding.queries.every((index) => index < queries.length));
  if (!sound) throw new BadReport('A number in it points nowhere.');
  return report;
}
