import type { Model } from '../runtime/answers.ts';
import type { Report, Shape } from '../runtime/report.ts';

/** A relation of a model: `shop.Order.customer`. */
export interface Relation {
  id: string;
  /** Labels of models. */
  from: string;
  to: string;
  field: string;
  kind: 'foreign' | 'one' | 'many';
  null: boolean;
  /** The way back: `shop.Order.items` of `shop.Item.order`. */
  back: string;
}

/** What newer reports tell of a shape: the relations that its statements follow. */
type Telling = Shape & { relations?: readonly string[] };

/** All relations between these models. */
export function relationsOf(models: readonly Model[]): Relation[] {
  const known = new Set(models.map(({ label }) => label));
  return models.flatMap((model) =>
    model.fields.flatMap(({ name, relation, null: nullable }) => {
      if (!relation || !known.has(relation.to)) return [];
      const id = `${model.label}.${name}`;
      const { kind, to } = relation;
      const back = `${to}.${relation.back}`;
      return [{ id, from: model.label, to, field: name, kind, null: nullable, back }];
    }),
  );
}

/**
 * How many queries of a run followed each relation, by its id. Where the report does not tell, a relation
 * counts as followed by statements that name both of its tables, and by what findings say of it.
 */
export function followed(
  report: Pick<Report, 'shapes' | 'findings'>,
  models: readonly Model[],
): Map<string, number> {
  const counts = new Map<string, number>();
  const shapes: readonly Telling[] = report.shapes;
  const add = (id: string, count: number) => counts.set(id, (counts.get(id) ?? 0) + count);
  if (shapes.some(({ relations }) => relations !== undefined)) {
    for (const { relations = [], count } of shapes) {
      for (const id of idsOf(relations, models)) add(id, count);
    }
    return counts;
  }
  for (const { tables, count } of shapes) {
    for (const id of joined(tables, models)) add(id, count);
  }
  for (const { relation, count } of report.findings) {
    const [id] = idsOf(relation === null ? [] : [relation], models);
    if (id && !counts.has(id)) add(id, count);
  }
  return counts;
}

/** Relations by name, with or without the app: `Order.customer`, also by the name of the way back. */
function idsOf(names: readonly string[], models: readonly Model[]): Set<string> {
  const relations = relationsOf(models);
  const means = (full: string, name: string) =>
    full === name || full.slice(full.indexOf('.') + 1) === name;
  const found = names.flatMap((name) => {
    const relation = relations.find(({ id, back }) => means(id, name) || means(back, name));
    return relation ? [relation.id] : [];
  });
  return new Set(found);
}

function joined(tables: readonly string[], models: readonly Model[]): string[] {
  const named = new Set(tables);
  const tableOf = new Map(models.map(({ label, table }) => [label, table]));
  return models.flatMap((model) =>
    model.fields.flatMap(({ name, relation }) => {
      const target = relation && tableOf.get(relation.to);
      if (!target) return [];
      const own = model.table === target;
      // A table that is joined with itself is named twice.
      const both = own
        ? tables.filter((table) => table === target).length > 1
        : named.has(target) && named.has(relation.table || model.table);
      return both ? [`${model.label}.${name}`] : [];
    }),
  );
}
