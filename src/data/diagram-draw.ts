import { el, svg } from '../evidence/el.ts';
import type { Model, ModelField } from '../runtime/answers.ts';
import {
  type Box,
  boxFields,
  fieldType,
  HEAD,
  type Layout,
  type Line,
  type Point,
  ROW,
} from './diagram-layout.ts';
import type { Relation } from './followed.ts';

/** The diagram as a picture: boxes that open their table, and lines with crow's feet. */
export function drawDiagram(
  document: Document,
  { boxes, lines, width, height }: Layout,
  lit: ReadonlyMap<string, number>,
): SVGSVGElement {
  // What is lit is drawn last, over its neighbors.
  const order = [...lines].sort((a, b) => Number(lit.has(a.id)) - Number(lit.has(b.id)));
  return svg(
    document,
    'svg',
    {
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'group',
      'aria-label': 'Models and their relations',
      class: 'data-diagram',
    },
    ...order.map((line) => relationLine(document, line, lit.get(line.id) ?? 0)),
    ...boxes.map((box) => modelBox(document, box, lit)),
  );
}

function modelBox(document: Document, box: Box, lit: ReadonlyMap<string, number>): SVGElement {
  const { model, x, y, width, height } = box;
  const { shown, more } = boxFields(model);
  return svg(
    document,
    'g',
    {
      class: 'data-model',
      role: 'button',
      tabindex: 0,
      'data-table': model.table,
      transform: `translate(${x} ${y})`,
    },
    svg(document, 'rect', { class: 'data-box', width, height, rx: 6 }),
    svg(document, 'path', { class: 'data-rule', d: `M0 ${HEAD}H${width}` }),
    svg(document, 'text', { class: 'data-name', x: 12, y: 21 }, model.name),
    ...shown.map((field, index) => fieldRow(document, model, field, index, width, lit)),
    more > 0
      ? svg(
          document,
          'text',
          { class: 'data-of', x: 44, y: rowAt(shown.length) },
          `and ${more} more`,
        )
      : null,
  );
}

function markOf({ pk, relation }: ModelField): string {
  if (pk) return 'PK';
  if (!relation) return '';
  return relation.kind === 'many' ? 'M2M' : 'FK';
}

function typeOf(field: ModelField): string {
  return fieldType(field) + (field.null ? '?' : '');
}

function fieldRow(
  document: Document,
  model: Model,
  field: ModelField,
  index: number,
  width: number,
  lit: ReadonlyMap<string, number>,
): SVGElement {
  const y = rowAt(index);
  const mark = markOf(field);
  const name = lit.has(`${model.label}.${field.name}`) ? 'data-field data-lit' : 'data-field';
  return svg(
    document,
    'g',
    { class: name },
    svg(document, 'text', { class: 'data-key', x: 12, y }, mark),
    svg(document, 'text', { x: 44, y }, field.name),
    svg(
      document,
      'text',
      { class: 'data-of', x: width - 12, y, 'text-anchor': 'end' },
      typeOf(field),
    ),
  );
}

/** Where the text of a row stands. */
function rowAt(index: number): number {
  return HEAD + (index + 1) * ROW - 3;
}

/** From the model that is pointed at (one) to the one with the field (many). */
function relationLine(document: Document, line: Line, count: number): SVGElement {
  const { points, kind } = line;
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return svg(document, 'g');
  const path = curve(points);
  const start = kind === 'many' ? foot(first, points[1] ?? last) : bar(first, points[1] ?? last);
  const from = points.at(-2) ?? first;
  const end = kind === 'one' ? bar(last, from) : foot(last, from);
  const before = points[Math.ceil(points.length / 2) - 1] ?? first;
  const after = points[Math.floor(points.length / 2)] ?? last;
  const middle = { x: (before.x + after.x) / 2, y: (before.y + after.y) / 2 };
  return svg(
    document,
    'g',
    { class: count > 0 ? 'data-line data-lit' : 'data-line', 'aria-hidden': 'true' },
    svg(document, 'path', { d: `${path}${start}${end}` }),
    count > 0 ? label(document, middle, `${count.toLocaleString('en')}×`) : null,
  );
}

function label(document: Document, { x, y }: Point, text: string): SVGElement {
  const width = text.length * 8 + 12;
  return svg(
    document,
    'g',
    { transform: `translate(${x - width / 2} ${y - 10})` },
    svg(document, 'rect', { width, height: 20, rx: 6 }),
    svg(document, 'text', { x: width / 2, y: 14, 'text-anchor': 'middle' }, text),
  );
}

/** A smooth way through the points, level where it meets one. */
function curve(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  let path = `M${at(first)}`;
  let from = first;
  for (const point of rest) {
    // Straight up or down it is a loop, which swings out to the side.
    const middle = from.x === point.x ? from.x + 40 : (from.x + point.x) / 2;
    path += `C${at({ x: middle, y: from.y })} ${at({ x: middle, y: point.y })} ${at(point)}`;
    from = point;
  }
  return path;
}

/** One: a stroke across the line, a little before its end. */
function bar(end: Point, from: Point): string {
  const on = move(end, away(end, from), 8);
  return `M${at({ x: on.x, y: on.y - 6 })}V${(on.y + 6).toFixed(1)}`;
}

/** Many: three toes that end at the box. */
function foot(end: Point, from: Point): string {
  const heel = move(end, away(end, from), 12);
  return `M${at({ x: end.x, y: end.y - 6 })}L${at(heel)}L${at({ x: end.x, y: end.y + 6 })}`;
}

/** Lines leave boxes at their sides, and level. */
function away(end: Point, from: Point): Point {
  return { x: Math.sign(from.x - end.x) || 1, y: 0 };
}

function move({ x, y }: Point, along: Point, by: number): Point {
  return { x: x + along.x * by, y: y + along.y * by };
}

function at({ x, y }: Point): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}

const KINDS = {
  foreign: 'each has one, which may have many',
  one: 'one to one',
  many: 'many to many',
} as const;

/** The same in words. */
export function relationList(
  document: Document,
  relations: readonly Relation[],
  lit: ReadonlyMap<string, number>,
): HTMLElement {
  const short = (label: string) => label.slice(label.indexOf('.') + 1);
  return el(
    document,
    'ul',
    { class: 'data-relations' },
    ...relations.map(({ id, from, to, field, kind, null: nullable }) => {
      const count = lit.get(id) ?? 0;
      const may = nullable ? ', may be empty' : '';
      return el(
        document,
        'li',
        {},
        el(document, 'code', {}, `${short(from)}.${field}`),
        ` leads to ${short(to)}: ${KINDS[kind]}${may}.`,
        count > 0 ? el(document, 'strong', {}, ` ${followedWords(count)}.`) : null,
      );
    }),
  );
}

function followedWords(count: number): string {
  return `Followed by ${count.toLocaleString('en')} ${count === 1 ? 'query' : 'queries'} of your last run`;
}
