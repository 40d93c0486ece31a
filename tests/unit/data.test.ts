import { parseHTML } from 'linkedom';
import { describe, expect, it, test } from 'vitest';
import { drawDiagram, relationList } from '../../src/data/diagram-draw.ts';
import { boxFields, place } from '../../src/data/diagram-layout.ts';
import { followed, relationsOf } from '../../src/data/followed.ts';
import { columnWidth, gridCell } from '../../src/data/grid-cell.ts';
import { destination } from '../../src/data/grid-keys.ts';
import { openPages } from '../../src/data/pages.ts';
import type { DataSource } from '../../src/data/source.ts';
import { listed, tableList } from '../../src/data/table-list.ts';
import type { Column, Model, ModelField } from '../../src/runtime/answers.ts';
import type { Shape } from '../../src/runtime/report.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');

const field = (name: string, some: Partial<ModelField> = {}): ModelField => ({
  ...{ name, column: name, type: 'CharField', pk: false, null: false, relation: null },
  ...some,
});
const leads = (
  name: string,
  to: string,
  back: string,
  some: Partial<ModelField['relation']> = {},
) =>
  field(name, {
    column: `${name}_id`,
    relation: { kind: 'foreign', to, table: '', back, ...some },
  });
const model = (name: string, fields: ModelField[], own = true): Model => ({
  label: `${own ? 'shop' : 'auth'}.${name}`,
  ...{ app: own ? 'shop' : 'auth', name, own, auto: false },
  table: `${own ? 'shop' : 'auth'}_${name.toLowerCase()}`,
  fields: [field('id', { pk: true }), ...fields],
});
const MODELS = [
  model('Customer', []),
  model('Order', [leads('customer', 'shop.Customer', 'orders')]),
  model('Item', [leads('order', 'shop.Order', 'items'), leads('product', 'shop.Product', 'items')]),
  model('Product', [
    leads('tags', 'shop.Tag', 'products', { kind: 'many', table: 'shop_product_tags' }),
  ]),
  model('Tag', []),
  model('Category', [leads('parent', 'shop.Category', 'children')]),
];
const shape = (count: number, relations: string[]): Shape => ({
  ...{ sql: '', verb: 'SELECT', tables: [], plan: null, unread: null, total_ms: 0 },
  ...{ count, relations },
});
const lit = (...shapes: Shape[]) => Object.fromEntries(followed({ shapes }, MODELS));

describe('relations that a run followed', () => {
  it('are counted by queries, whichever way they were followed', () => {
    const there = shape(7, ['shop.Item.order']);
    const back = shape(2, ['shop.Order.items']);
    expect(lit(there, back)).toEqual({ 'shop.Item.order': 9 });
  });
  it('are counted once for a query that goes there and back', () => {
    expect(lit(shape(3, ['shop.Item.order', 'shop.Order.items']))).toEqual({
      'shop.Item.order': 3,
    });
  });
  it('are those between the models that are drawn', () => {
    expect(lit(shape(1, ['auth.User.groups']), shape(4, []))).toEqual({});
  });
});

describe('the diagram', () => {
  const laid = place(MODELS);
  it('puts no box over another', () => {
    for (const a of laid.boxes) {
      for (const b of laid.boxes) {
        const apart =
          a === b ||
          a.x + a.width <= b.x ||
          b.x + b.width <= a.x ||
          a.y + a.height <= b.y ||
          b.y + b.height <= a.y;
        expect(apart).toBe(true);
      }
    }
  });
  it('leads each line to the side of the box with the field', () => {
    for (const line of laid.lines) {
      const box = laid.boxes.find((each) => each.model.label === line.from);
      const end = line.points.at(-1);
      expect([box?.x, (box?.x ?? 0) + (box?.width ?? 0)]).toContain(end?.x);
    }
    expect(laid.lines).toHaveLength(5);
  });
  it('has a button for each model, and marks what is followed by a number too', () => {
    const picture = drawDiagram(document, laid, new Map([['shop.Order.customer', 50]]));
    expect(picture.querySelectorAll('[role=button]')).toHaveLength(MODELS.length);
    expect(picture.querySelectorAll('.data-line.data-lit')).toHaveLength(1);
    expect(picture.querySelector('.data-line.data-lit')?.textContent).toBe('50×');
  });
  it('is told in words as well', () => {
    const list = relationList(document, relationsOf(MODELS), new Map([['shop.Item.order', 1]]));
    expect(list.querySelectorAll('li')).toHaveLength(5);
    expect(list.textContent).toContain('Item.order leads to Order');
    expect(list.textContent).toContain('Followed by 1 query of your last run.');
  });
  it('shortens a long model, but not its keys', () => {
    const long = model('Long', [
      ...Array.from({ length: 20 }, (_, n) => field(`f${n}`)),
      leads('last', 'shop.Tag', 'longs'),
    ]);
    const { shown, more } = boxFields(long);
    expect(shown.map(({ name }) => name)).toContain('last');
    expect(shown.length + more).toBe(22);
    expect(shown).toHaveLength(8);
  });
});

const column = (name: string, some: Partial<Column> = {}): Column => ({
  ...{ name, type: 'varchar(20)', pk: false, references: null },
  ...some,
});

describe('a cell', () => {
  const text = (...given: Parameters<typeof gridCell> extends [unknown, ...infer R] ? R : never) =>
    gridCell(document, ...given);
  it('marks NULL, so that no text can pass for it', () => {
    expect(text(null, column('a'), 0).className).toContain('data-null');
    expect(text('NULL', column('a'), 0).className).not.toContain('data-null');
  });
  it('leads to the row that it refers to', () => {
    const references = { table: 'shop_customer', column: 'id' };
    const button = text(7, column('customer_id', { references }), 2).querySelector('button');
    expect(button?.dataset.do).toBe('follow');
    expect(button?.getAttribute('aria-label')).toBe('Go to 7 in shop_customer');
    expect(text(null, column('customer_id', { references }), 2).querySelector('button')).toBeNull();
  });
  it('is text, whatever it holds', () => {
    const cell = text('<img src=x onerror=alert(1)>', column('a'), 0);
    expect(cell.querySelector('img')).toBeNull();
    expect(cell.textContent).toBe('<img src=x onerror=alert(1)>');
  });
  it('cuts long text, and offers the whole', () => {
    const cell = text('x'.repeat(500), column('a'), 0);
    expect(cell.querySelector('button')?.dataset.do).toBe('whole');
    expect(cell.textContent?.length).toBeLessThan(60);
  });
  it('shows booleans as Python does, and bytes by their number', () => {
    expect(text(1, column('a', { type: 'bool' }), 0).textContent).toBe('True');
    expect(text({ bytes: 1200 }, column('a'), 0).textContent).toBe('1,200 bytes');
  });
  it('makes columns as wide as needed, within reason', () => {
    expect(columnWidth(column('a', { type: 'text' }), ['x'.repeat(400)])).toBe(34);
    expect(columnWidth(column('id', { pk: true }), [1, 2])).toBe(7);
  });
});

test.each([
  ['ArrowDown', { row: 5, column: 1 }],
  ['ArrowUp', { row: 3, column: 1 }],
  ['ArrowLeft', { row: 4, column: 0 }],
  ['PageDown', { row: 9, column: 1 }],
  ['Home', { row: 4, column: 0 }],
  ['End', { row: 4, column: 2 }],
  ['a', null],
])('%s leads through the grid', (key, to) => {
  const event = { key, ctrlKey: false, metaKey: false };
  expect(destination(event, { row: 4, column: 1 }, { rows: 10, columns: 3, page: 8 })).toEqual(to);
});

describe('tables', () => {
  const tables = ['auth_group', 'django_session', 'shop_order', 'shop_product_tags', 'shop_item'];
  const models = [
    ...MODELS,
    model('Group', [], false),
    { ...model('Product_tags', []), auto: true },
  ];
  const list = listed(
    tables.map((table) => ({ table, rows: 3 })),
    models,
  );
  it('have the names of their models, the project’s first', () => {
    expect(list.map(({ title }) => title)).toEqual([
      ...['Item', 'Order', 'shop_product_tags'],
      ...['Group', 'django_session'],
    ]);
  });
  it('can be chosen, and say how many rows they have', () => {
    const opened: string[] = [];
    const { element, draw, choose } = tableList(document, (table) => opened.push(table));
    draw(list);
    choose('shop_item');
    const pressed = element.querySelector('[aria-pressed=true]');
    expect(pressed?.textContent).toContain('Item, shop_item, 3 rows');
    expect(element.querySelectorAll('option')).toHaveLength(5);
  });
});

test('rows are fetched in pages, each once', async () => {
  const asked: number[] = [];
  const source: DataSource = {
    schema: async () => [],
    tables: async () => [],
    async rows(_table, from, count) {
      asked.push(from);
      const rows = Array.from({ length: Math.min(count, 250 - from) }, (_, n) => [from + n]);
      return { columns: [column('id')], total: 250, from, found: null, rows };
    },
    version: () => 0,
    report: () => null,
  };
  const pages = await openPages(source, 't');
  expect(pages?.row(99)).toEqual([99]);
  expect(pages?.row(100)).toBeUndefined();
  expect(await pages?.want(90, 210)).toBe(true);
  expect(await pages?.want(90, 210)).toBe(false);
  expect(pages?.row(249)).toEqual([249]);
  expect(asked).toEqual([0, 100, 200]);
});
