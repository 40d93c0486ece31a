import type { PlanStep } from '../runtime/report.ts';
import { el } from './el.ts';

const SORTS = [
  [/GROUP BY/, 'Sorts all rows in memory to group them'],
  [/DISTINCT/, 'Keeps all rows in memory to drop repeated ones'],
  [/COUNT|MIN|MAX|SUM|AVG/, 'Keeps values in memory to count them'],
  [/RIGHT PART|LAST TERM|LAST \d+ TERMS/, 'Sorts the rest in memory'],
  [/ORDER BY/, 'Sorts in memory'],
  [/UNION|INTERSECT|EXCEPT/, 'Compares all rows in memory to join the lists'],
] as const;

const SUBQUERIES = [
  [/^CORRELATED/, 'Runs a subquery again for each row'],
  [/^(CO-ROUTINE|MATERIALIZE)/, 'Works out a subquery first'],
  [/^(SCALAR|LIST) SUBQUERY/, 'Runs a subquery once'],
  [/^REUSE/, 'Uses the result of a subquery again'],
  [/^(COMPOUND|LEFT-MOST|UNION)/, 'Puts several queries together'],
] as const;

function said(list: readonly (readonly [RegExp, string])[], detail: string): string | null {
  return list.find(([pattern]) => pattern.test(detail))?.[1] ?? null;
}

/** One step in words; `stops` when the query asks for a few rows only. */
function stepWords({ kind, detail, table, index, covering }: PlanStep, stops: boolean): string {
  switch (kind) {
    case 'scan':
      if (!table || /CONSTANT ROW/.test(detail)) return 'Reads no table';
      if (table.startsWith('(')) return 'Reads the rows of the subquery';
      if (covering && index) return `Reads the whole index ${index}, not the table ${table}`;
      if (stops) return `Reads ${table} row by row until it has enough`;
      return index
        ? `Reads the whole table ${table}, in the order of the index ${index}`
        : `Reads the whole table ${table}`;
    case 'search':
      if (index === 'primary key') return `Finds rows of ${table} by primary key`;
      if (index === 'automatic')
        return `Makes an index on ${table} for this query alone, then finds rows by it`;
      if (!index) return `Finds rows of ${table}`;
      return covering
        ? `Finds rows of ${table} in the index ${index} alone`
        : `Finds rows of ${table} by index ${index}`;
    case 'sort':
      return said(SORTS, detail) ?? 'Sorts in memory';
    case 'subquery':
      return said(SUBQUERIES, detail) ?? detail;
    case 'other':
      return /^MULTI-INDEX OR/.test(detail)
        ? 'Looks into several indexes, one for each OR'
        : detail;
  }
}

interface Branch {
  step: PlanStep;
  children: Branch[];
}

function branches(steps: readonly PlanStep[]): Branch[] {
  const roots: Branch[] = [];
  const open: Branch[] = [];
  for (const step of steps) {
    const branch = { step, children: [] };
    while ((open.at(-1)?.step.depth ?? -1) >= step.depth) open.pop();
    (open.at(-1)?.children ?? roots).push(branch);
    open.push(branch);
  }
  return roots;
}

function tree(document: Document, list: readonly Branch[], stops: boolean): HTMLElement {
  return el(
    document,
    'ul',
    { class: 'plan-steps' },
    ...list.map(({ step, children }) =>
      el(
        document,
        'li',
        { class: `plan-step plan-${step.kind}` },
        stepWords(step, stops),
        children.length > 0 ? tree(document, children, stops) : null,
      ),
    ),
  );
}

/** How SQLite goes about a statement, in words, with its own words behind them. */
export function planBlock(
  document: Document,
  steps: readonly PlanStep[],
  sql: string,
): HTMLElement {
  const sorts = steps.some(({ kind }) => kind === 'sort');
  const stops = !sorts && steps.length === 1 && /\bLIMIT\b/.test(sql);
  const raw = steps.map(({ depth, detail }) => `${'  '.repeat(depth)}${detail}`).join('\n');
  return el(
    document,
    'div',
    { class: 'plan' },
    el(document, 'p', { class: 'part-name' }, 'How the database goes about it'),
    tree(document, branches(steps), stops),
    el(
      document,
      'details',
      { class: 'plan-raw' },
      el(document, 'summary', {}, 'In the words of SQLite'),
      el(document, 'pre', { tabindex: 0, role: 'group', 'aria-label': 'Query plan' }, raw),
    ),
  );
}
