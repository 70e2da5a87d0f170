import type { Model } from '../../../schemas/index.ts';
import { shapeOf, type RecordShape } from '../../schema-form/shape.ts';
import { startOf } from '../../schema-form/start.ts';
import type { JsonRecord, Surroundings } from '../../schema-form/surroundings.ts';

/** The parts of a model that are edited as their schemas say: lists of items, and parts that are there once or not at all. */
export const listKinds = ['measures', 'pay'] as const;
export const singleKinds = ['ranking', 'adjustments', 'pointsBound', 'subjects'] as const;

export type ListKind = (typeof listKinds)[number];
export type SingleKind = (typeof singleKinds)[number];
export type PartKind = ListKind | SingleKind;

const schemas: Readonly<Record<PartKind, string>> = {
  measures: 'measure.schema.json',
  pay: 'pay.schema.json',
  ranking: 'model.schema.json#/$defs/ranking',
  adjustments: 'model.schema.json#/$defs/adjustments',
  pointsBound: 'model.schema.json#/$defs/pointsBound',
  subjects: 'model.schema.json#/$defs/subjects',
};

/** The fields of a part. */
export function partShape(kind: PartKind): RecordShape {
  return shapeOf(schemas[kind]) as RecordShape;
}

/** A part to begin with. */
export function newPart(model: Model, kind: PartKind, surroundings: Surroundings, name: object): JsonRecord {
  const made = startOf(partShape(kind), '', kind, [], surroundings) as JsonRecord;
  if (kind === 'pointsBound') return { atLeast: -10, atMost: 10 };
  if (kind !== 'measures' && kind !== 'pay') return made;
  return { ...made, id: freeId(model, kind), name: name as JsonRecord };
}

/** No figure of the model may be called the same. */
function freeId({ measures, metrics, groups, pay = [] }: Model, kind: ListKind): string {
  const taken = new Set([...measures, ...metrics, ...groups, ...pay].map(({ id }) => id));
  const stem = kind === 'pay' ? 'pay' : 'figure';
  for (let number = 1; ; number += 1) if (!taken.has(`${stem}_${number}`)) return `${stem}_${number}`;
}

/** The model with another part; undefined takes it out. */
export function withPart(model: Model, kind: PartKind, part: unknown): Model {
  const { [kind]: _before, ...rest } = model;
  const isGone = part === undefined || (kind === 'pay' && (part as readonly unknown[]).length === 0);
  return (isGone ? rest : { ...model, [kind]: part }) as Model;
}
