import type { PlanStep, Query, Report } from '../../src/runtime/report.ts';

const empty: Report = {
  version: 1,
  kind: 'run',
  output: [],
  output_cut: 0,
  value: null,
  error: null,
  query_count: 0,
  queries: [],
  statements: [],
  shapes: [],
  findings: [],
  checks: [],
  verdict: null,
  exhibits: [],
  logs: [],
  timings: { setup_ms: 30, run_ms: 1, sql_ms: 0 },
};

const ORDERS = 'SELECT id, customer_id FROM shop_order ORDER BY placed_at DESC';
const CUSTOMER = 'SELECT id, name FROM shop_customer WHERE id = %s LIMIT 21';

function query(statement: number, line: number, index: number): Query {
  return {
    statement,
    params: statement === 1 ? [String(index)] : [],
    start_ms: index,
    duration_ms: 0.1 + (index % 7) / 20,
    rows: 1,
    alias: 'default',
    atomic: 0,
    stack: [{ file: 'slow.py', line, scope: '<module>' }],
  };
}

function step(detail: string, kind: PlanStep['kind'], table: string | null): PlanStep {
  return { depth: 0, detail, kind, table, index: null, covering: false };
}

/** A report with an N+1 of `rows` rows. */
export function nPlusOne(rows: number): Report {
  return {
    ...empty,
    output: [{ stream: 'stdout', text: 'A-1 Ada\n' }],
    query_count: rows + 1,
    queries: [
      query(0, 6, 0),
      ...Array.from({ length: rows }, (_, index) => query(1, 8, index + 1)),
    ],
    statements: [
      { sql: ORDERS, formatted: ORDERS, shape: 0 },
      { sql: CUSTOMER, formatted: CUSTOMER, shape: 1 },
    ],
    shapes: [
      {
        sql: ORDERS,
        verb: 'SELECT',
        tables: ['shop_order'],
        count: 1,
        total_ms: 0.4,
        plan: [
          step('SCAN shop_order', 'scan', 'shop_order'),
          step('USE TEMP B-TREE FOR ORDER BY', 'sort', null),
        ],
        unread: ['shop_order.note'],
        relations: [],
      },
      {
        sql: CUSTOMER,
        verb: 'SELECT',
        tables: ['shop_customer'],
        count: rows,
        total_ms: 40,
        plan: null,
        unread: null,
        relations: ['shop.Order.customer'],
      },
    ],
    findings: [
      {
        kind: 'n_plus_one',
        message: 'Each order asks for its customer.',
        place: { file: 'slow.py', line: 8, scope: '<module>' },
        count: rows,
        queries: Array.from({ length: Math.min(rows, 1000) }, (_, index) => index + 1),
        relation: 'Order.customer',
        origin: { file: 'slow.py', line: 4, scope: '<module>' },
        cure: 'select_related("customer")',
      },
    ],
    timings: { setup_ms: 30, run_ms: 60, sql_ms: 40 },
  };
}

/** A report of code that did nothing that shows. */
export const silent: Report = empty;

/** A report of a run that ended in an exception. */
export const failed: Report = {
  ...empty,
  error: {
    type: 'FieldError',
    message: 'Cannot resolve keyword',
    frames: [
      { file: 'main.py', line: 3, scope: '<module>', source: 'report()' },
      { file: 'report.py', line: 7, scope: 'report', source: 'Order.objects.filter(x=1)' },
    ],
    hint: 'There is no such field.',
    causes: [{ type: 'KeyError', message: "'x'" }],
  },
};

/** A grading that fails by its count alone. */
export const almost: Report = {
  ...nPlusOne(30),
  kind: 'grading',
  findings: [],
  checks: [
    {
      title: 'Same rows',
      status: 'passed',
      message: '',
      place: null,
      measured: null,
      advice: null,
      points: null,
    },
    {
      title: 'Uses at most 2 queries',
      status: 'failed',
      message: 'It used 31 queries for 30 orders.',
      place: null,
      measured: { got: 31, target: 2, unit: 'queries' },
      advice: null,
      points: null,
    },
    {
      title: 'At any size',
      status: 'skipped',
      message: 'Not reached.',
      place: null,
      measured: null,
      advice: null,
      points: null,
    },
  ],
  verdict: { passed: false, sentence: '31 queries, the target is 2.' },
};
