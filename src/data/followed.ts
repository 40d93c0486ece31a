import type { Model } from '../runtime/answers.ts';
import type { Report } from '../runtime/report.ts';

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

/** How many queries of a run followed each relation, by its id. */
export function followed(
  { shapes }: Pick<Report, 'shapes'>,
  models: readonly Model[],
): Map<string, number> {
  const known = relationsOf(models);
  const counts = new Map<string, number>();
  for (const { relations, count } of shapes) {
    // A shape that went there and back followed one relation.
    const ids = new Set(
      relations.flatMap(
        (name) => known.find(({ id, back }) => id === name || back === name)?.id ?? [],
      ),
    );
    for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + count);
  }
  return counts;
}
