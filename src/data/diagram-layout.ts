import { Graph, layout } from '@dagrejs/dagre';
import type { Model, ModelField } from '../runtime/answers.ts';
import { type Relation, relationsOf } from './followed.ts';

export interface Box {
  model: Model;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

export interface Line extends Relation {
  points: readonly Point[];
}

export interface Layout {
  boxes: Box[];
  lines: Line[];
  width: number;
  height: number;
}

export const HEAD = 32;
export const ROW = 20;
const PAD = 8;
/** Fields of a box. */
const MOST = 8;
/** Of a character of the code font at its size in the diagram. */
const CHARACTER = 7.9;

/** Place models and relations; those that a relation points at come first. */
export function place(models: readonly Model[]): Layout {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({
    rankdir: 'LR',
    nodesep: 28,
    ranksep: 64,
    edgesep: 20,
    marginx: 16,
    marginy: 16,
  });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const model of models) graph.setNode(model.label, size(model));
  const relations = relationsOf(models);
  const apart = relations.filter(({ from, to }) => from !== to);
  for (const relation of apart) {
    graph.setEdge(relation.to, relation.from, {}, relation.id);
  }
  layout(graph);
  const boxes = models.map((model): Box => {
    const { x, y, width, height } = graph.node(model.label);
    return { model, x: x - width / 2, y: y - height / 2, width, height };
  });
  const boxOf = new Map(boxes.map((box) => [box.model.label, box]));
  const lines = relations.flatMap((relation): Line[] => {
    const [from, to] = [boxOf.get(relation.from), boxOf.get(relation.to)];
    if (!from || !to) return [];
    if (from === to) return [{ ...relation, points: loop(from, relation) }];
    const { points = [] } = graph.edge(relation.to, relation.from, relation.id);
    return [{ ...relation, points: ends(from, to, relation, points) }];
  });
  const { width = 0, height = 0 } = graph.graph();
  return { boxes, lines, width, height };
}

/** What a box shows of a model: its keys and relations, and as many others as there is room for. */
export function boxFields({ fields }: Pick<Model, 'fields'>): {
  shown: readonly ModelField[];
  more: number;
} {
  if (fields.length <= MOST + 1) return { shown: fields, more: 0 };
  const isKey = (field: ModelField) => field.pk || field.relation !== null;
  const room = MOST - fields.filter(isKey).length;
  const others = new Set(fields.filter((field) => !isKey(field)).slice(0, Math.max(0, room)));
  const shown = fields.filter((field) => isKey(field) || others.has(field));
  return { shown, more: fields.length - shown.length };
}

/** From the side of the box that is pointed at to the row of the field that points. */
function ends(from: Box, to: Box, { field }: Relation, points: readonly Point[]): Point[] {
  const forward = to.x + to.width / 2 <= from.x + from.width / 2;
  const leaves = points[0]?.y ?? to.y + to.height / 2;
  const start = {
    x: forward ? to.x + to.width : to.x,
    y: Math.min(to.y + to.height - 12, Math.max(to.y + 12, leaves)),
  };
  const end = { x: forward ? from.x : from.x + from.width, y: rowOf(from, field) };
  // Between neighbors the straight way is the smoothest.
  return points.length > 3 ? [start, ...points.slice(1, -1), end] : [start, end];
}

/** A model that points at itself: out at the top, and back to the row of the field. */
function loop(box: Box, { field }: Relation): Point[] {
  const side = box.x + box.width;
  const y = rowOf(box, field);
  return [
    { x: side, y: box.y + 16 },
    { x: side, y },
  ];
}

function rowOf({ model, y }: Box, field: string): number {
  const index = boxFields(model).shown.findIndex(({ name }) => name === field);
  return y + HEAD + index * ROW + ROW / 2 + 2;
}

function size(model: Model): { width: number; height: number } {
  const { name } = model;
  const { shown: fields, more } = boxFields(model);
  const longest = Math.max(
    name.length + 2,
    ...fields.map((field) => field.name.length + fieldType(field).length + 7),
  );
  return {
    width: longest * CHARACTER + 24,
    height: HEAD + (fields.length + Number(more > 0)) * ROW + PAD,
  };
}

/** What stands beside a field: what it leads to, or its type. */
export function fieldType({ type, relation }: Model['fields'][number]): string {
  return relation ? relation.to.slice(relation.to.indexOf('.') + 1) : type.replace(/Field$/, '');
}
