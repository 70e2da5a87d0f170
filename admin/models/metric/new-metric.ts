import { reservedNames } from '../../../engine/model/names.ts';
import type { Metric, Model } from '../../../schemas/index.ts';

/** A metric that takes a measure as it is, of no weight yet. */
export function newMetric(model: Model, measureId: string, group: string): Metric {
  const measure = model.measures.find(({ id }) => id === measureId);
  const unit = measure?.unit;
  return {
    id: freeId(model, `${measureId}_metric`),
    name: measure?.name ?? { zh: measureId, en: measureId },
    group,
    weight: 0,
    formula: measureId,
    ...(unit !== undefined && { unit }),
    direction: 'higherIsBetter',
    scoring: { kind: 'asIs' },
    whenMissing: 'exclude',
  };
}

/** Why an id cannot be that of a new metric; undefined where it can. */
export function idTrouble(model: Model, id: string): 'form' | 'taken' | undefined {
  if (!/^\p{L}[\p{L}\p{N}_]*$/u.test(id) || id.length > 64 || id.normalize('NFC') !== id) return 'form';
  return idsOf(model).has(id) ? 'taken' : undefined;
}

function freeId(model: Model, wish: string): string {
  const ids = idsOf(model);
  const base = wish.slice(0, 60);
  let id = base;
  for (let number = 2; ids.has(id); number += 1) id = `${base}_${number}`;
  return id;
}

function idsOf({ measures, metrics }: Model): ReadonlySet<string> {
  return new Set([...reservedNames, ...[...measures, ...metrics].map(({ id }) => id)]);
}
