import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { attach } from '../../src/evidence/behavior.ts';
import { paletteOf } from '../../src/evidence/palette.ts';
import { planBlock } from '../../src/evidence/plan.ts';
import { groupsOf } from '../../src/evidence/query-groups.ts';
import { renderReport } from '../../src/evidence/render.ts';
import type { PlanStep, Report } from '../../src/runtime/report.ts';
import { nPlusOne } from './evidence-reports.ts';

const { document, window } = parseHTML('<!doctype html><html><body></body></html>');

/** An N+1 in which every customer is asked for twice, from the panel's own host. */
function twice(): Report {
  const report = nPlusOne(6);
  return {
    ...report,
    queries: report.queries.map((query, index) =>
      index === 0 ? query : { ...query, params: [`'c${Math.ceil(index / 2)}'`] },
    ),
  };
}

function panel(report: Report, recorded = false): HTMLElement {
  const host = document.createElement('div');
  host.append(renderReport(document, report, { id: 'r', entry: 'slow.py', recorded }));
  document.body.append(host);
  attach(host);
  return host;
}

function find(root: Element, selector: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

const toggle = (group: Element) => {
  group.setAttribute('open', '');
  group.dispatchEvent(new window.Event('toggle'));
};

beforeEach(() => {
  for (const name of ['Element', 'HTMLElement', 'HTMLInputElement', 'CustomEvent', 'MouseEvent']) {
    vi.stubGlobal(name, Reflect.get(window, name) ?? class {});
  }
  vi.stubGlobal('KeyboardEvent', class {});
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => {}, removeItem: () => {} });
});

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

describe('the groups of a report', () => {
  it('count what was asked more than once, with the same values', () => {
    const report = twice();
    const [orders, customers] = groupsOf(report, paletteOf(report));
    expect(orders).toMatchObject({ identical: 0, different: 1, rows: 1, findings: [] });
    expect(customers).toMatchObject({ identical: 6, different: 3, rows: 6, findings: [0] });
  });
});

describe('the query panel', () => {
  it('calls out findings and repetitions, costliest group first', () => {
    const [first, second] = panel(twice()).querySelectorAll('.shape > summary');
    expect(first?.textContent).toContain('shop_customer');
    expect([...(first?.querySelectorAll('.shape-badge') ?? [])].map((b) => b.textContent)).toEqual([
      'N+1',
      '6 identical',
    ]);
    expect(second?.querySelector('.shape-badge')).toBeNull();
  });

  it('opens to SQL with values, plan, what was never read, and its queries', () => {
    const [customers, orders] = panel(twice()).querySelectorAll('.shape');
    if (!customers || !orders) throw new Error('no groups');
    expect(customers.querySelector('.shape-body')).toBeNull();
    for (const group of [customers, orders]) toggle(group);
    expect(find(customers, '.sql').textContent).toContain("id = 'c1' LIMIT");
    expect(find(customers, '.sql .value').textContent).toBe("'c1'");
    expect(customers.querySelector('.plan')).toBeNull();
    expect(find(orders, '.plan-steps').textContent).toBe(
      'Reads the whole table shop_orderSorts in memory',
    );
    expect(find(orders, '.plan-raw pre').textContent).toContain('SCAN shop_order\nUSE TEMP');
    expect(find(orders, '.unread code').textContent).toBe('note');
    expect(find(customers, '[role=grid]').getAttribute('aria-rowcount')).toBe('7');
  });

  it('keeps few elements in the page, however many queries there are', () => {
    const host = panel(nPlusOne(10_000));
    const [group] = host.querySelectorAll('.shape');
    if (!group) throw new Error('no group');
    toggle(group);
    expect(find(group, '[role=grid]').getAttribute('aria-rowcount')).toBe('10001');
    expect(host.querySelectorAll('*').length).toBeLessThan(320);
  });

  it('filters queries by value, SQL or line, and says how many are left', () => {
    const host = panel(twice());
    const filter = find(host, 'input[type=search]') as HTMLInputElement;
    const type = (text: string) => {
      filter.value = text;
      filter.dispatchEvent(new window.Event('input'));
      return find(host, '.queries-status').textContent;
    };
    expect(type('C2')).toBe('2 of 7 queries, in 1 group');
    expect(type('shop_order')).toBe('1 of 7 queries, in 1 group');
    expect(type('line 8')).toBe('6 of 7 queries, in 1 group');
    expect(host.querySelectorAll('.shape[hidden]')).toHaveLength(1);
    expect(type('')).toBe('');
    expect(host.querySelectorAll('.shape[hidden]')).toHaveLength(0);
  });

  it('is whole without script when the build records it', () => {
    const host = panel(nPlusOne(30), true);
    expect(host.querySelector('.queries-tools')).toBeNull();
    expect(host.querySelectorAll('.shape-body')).toHaveLength(2);
    expect(host.querySelectorAll('[role=table] .query-row[aria-rowindex]')).toHaveLength(2);
    expect(find(host, '.queries').textContent).toContain('and 20 more of this shape');
  });

  it('opens the group of a query that is chosen elsewhere, and marks its ticks', () => {
    const host = panel(twice());
    const detail = { shape: 1, query: 4 };
    const chosen = new window.CustomEvent('query', { detail, bubbles: true });
    find(host, '.barcode-strip').dispatchEvent(chosen);
    const group = find(host, '.shape[data-shape="1"]');
    expect(group.hasAttribute('open')).toBe(true);
    expect(find(group, '.statement-title').textContent).toContain('Query 5');
    expect(find(group, '[aria-selected=true] .query-number').textContent).toBe('5');
    // linkedom has no capturing, by which a browser hears of it.
    group.dispatchEvent(new window.Event('toggle', { bubbles: true }));
    const image = find(host, '.barcode-image');
    expect(image.hasAttribute('data-chosen')).toBe(true);
    expect(
      [...image.querySelectorAll('.chosen')].map((path) => path.getAttribute('class')),
    ).toEqual(['shape-1 chosen']);
  });

  it('never turns values into markup', () => {
    const report = twice();
    const text = "'<img src=x onerror=alert(1)>'";
    const host = panel({
      ...report,
      queries: report.queries.map((query) => ({ ...query, params: [text] })),
    });
    for (const group of host.querySelectorAll('.shape')) toggle(group);
    expect(host.querySelector('img')).toBeNull();
    expect(find(host, '.sql .value').textContent).toBe(text);
  });
});

describe('a plan in words', () => {
  const step = (detail: string, rest: Partial<PlanStep>): PlanStep => ({
    depth: 0,
    detail,
    kind: 'other',
    table: null,
    index: null,
    covering: false,
    ...rest,
  });
  const words = (sql: string, ...steps: PlanStep[]) =>
    planBlock(document, steps, sql).querySelector('.plan-steps')?.textContent;

  it.each([
    [step('SCAN a', { kind: 'scan', table: 'a' }), 'Reads the whole table a'],
    [
      step('SCAN a USING COVERING INDEX i', {
        kind: 'scan',
        table: 'a',
        index: 'i',
        covering: true,
      }),
      'Reads the whole index i, not the table a',
    ],
    [
      step('SEARCH a USING INDEX i (x=?)', { kind: 'search', table: 'a', index: 'i' }),
      'Finds rows of a by index i',
    ],
    [
      step('SEARCH a', { kind: 'search', table: 'a', index: 'primary key' }),
      'Finds rows of a by primary key',
    ],
    [
      step('SEARCH a', { kind: 'search', table: 'a', index: 'automatic' }),
      'Makes an index on a for this query alone, then finds rows by it',
    ],
    [
      step('USE TEMP B-TREE FOR GROUP BY', { kind: 'sort' }),
      'Sorts all rows in memory to group them',
    ],
    [
      step('CORRELATED SCALAR SUBQUERY 1', { kind: 'subquery' }),
      'Runs a subquery again for each row',
    ],
    [step('SOMETHING NEW', {}), 'SOMETHING NEW'],
  ])('%j', (each, said) => {
    expect(words('SELECT', each)).toBe(said);
  });

  it('does not claim that a query with a limit reads all', () => {
    const scan = step('SCAN a', { kind: 'scan', table: 'a' });
    expect(words('SELECT x FROM a LIMIT %s', scan)).toBe('Reads a row by row until it has enough');
  });

  it('puts steps into their steps', () => {
    const block = planBlock(
      document,
      [
        step('LIST SUBQUERY 1', { kind: 'subquery' }),
        step('SCAN b', { kind: 'scan', table: 'b', depth: 1 }),
      ],
      '',
    );
    expect(block.querySelector('li li')?.textContent).toBe('Reads the whole table b');
  });
});
