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

export interface Line extends Relation {
  points: readonly { x: number; y: number }[];
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
export function place(models: readonly Model[], direction: 'LR' | 'TB'): Layout {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({
    rankdir: direction,
    nodesep: 28,
    ranksep: 64,
    edgesep: 20,
    marginx: 16,
    marginy: 16,
  });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const model of models) graph.setNode(model.label, size(model));
  const relations = relationsOf(models);
  for (const relation of relations) {
    graph.setEdge(relation.to, relation.from, {}, relation.id);
  }
  layout(graph);
  const boxes = models.map((model): Box => {
    const { x, y, width, height } = graph.node(model.label);
    return { model, x: x - width / 2, y: y - height / 2, width, height };
  });
  const lines = relations.map((relation): Line => {
    const { points = [] } = graph.edge(relation.to, relation.from, relation.id);
    return { ...relation, points };
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
