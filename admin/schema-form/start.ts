import { firstValue } from '../models/conditions/fields.ts';
import type { RecordShape, Shape, VariantsShape } from './shape.ts';
import type { Around, Json, JsonRecord, Surroundings } from './surroundings.ts';

/** What a field begins with: as little as its schema asks for, of what is there. */
export function startOf(
  shape: Shape,
  owner: string,
  field: string,
  around: Around,
  surroundings: Surroundings,
): Json {
  switch (shape.kind) {
    case 'decimal':
      return 0;
    case 'integer':
      return Math.max(shape.least, Math.min(1, shape.most));
    case 'boolean':
      return false;
    case 'text':
      return '…';
    case 'id':
      return surroundings.idsOf(owner, field, around)?.[0]?.id ?? field;
    case 'labels':
      return { zh: '…', en: '…' };
    case 'formula':
      return surroundings.figures[0]?.id ?? '0';
    case 'constant':
      return shape.value;
    case 'choice':
      return shape.choices[0]!;
    case 'conditions': {
      const [first] = surroundings.conditionsOf(owner, field, around).fields;
      const operator = first?.operators[0]?.name ?? 'equal';
      const value = firstValue(first, operator) as Json;
      const [fact = '', path] = (first?.name ?? field).split('.');
      return { all: [{ fact, ...(path !== undefined && { path }), operator, value }] };
    }
    case 'record':
      return recordStart(shape, around, surroundings, {});
    case 'variants':
      return variantStart(shape, shape.variants[0]!.value, around, surroundings);
    case 'list':
      return Array.from({ length: Math.max(1, shape.least) }, () =>
        startOf(shape.items, owner, field, around, surroundings),
      );
  }
}

/** A record of another kind: what both kinds have stays, the rest begins anew. */
export function variantStart(
  { tag, variants }: VariantsShape,
  value: string,
  around: Around,
  surroundings: Surroundings,
  before: JsonRecord = {},
): JsonRecord {
  const { shape } = variants.find((variant) => variant.value === value) ?? variants[0]!;
  const names = new Set(shape.fields.map(({ name }) => name));
  const old = variants.find((variant) => variant.value === before[tag])?.shape;
  const kept = Object.entries(before).filter(
    ([name]) => name !== tag && names.has(name) && sameKind(old, shape, name),
  );
  return recordStart(shape, around, surroundings, Object.fromEntries(kept));
}

function sameKind(old: RecordShape | undefined, next: RecordShape, name: string): boolean {
  const of = (shape: RecordShape | undefined) => shape?.fields.find((field) => field.name === name)?.shape;
  return of(old)?.kind === of(next)?.kind;
}

/** Its required fields, and those that are kept, in the order of the schema. */
function recordStart(
  { title, fields }: RecordShape,
  around: Around,
  surroundings: Surroundings,
  kept: JsonRecord,
): JsonRecord {
  let made: JsonRecord = { ...surroundings.startsOf(title), ...kept };
  for (const { name, required, shape } of fields) {
    if (!required || Object.hasOwn(made, name)) continue;
    made = { ...made, [name]: startOf(shape, title, name, [...around, made], surroundings) };
  }
  return Object.fromEntries(
    fields.flatMap(({ name }) => (Object.hasOwn(made, name) ? [[name, made[name]!]] : [])),
  );
}

/** A record after one of its fields changed: ids that named something before, and name nothing now, begin anew. */
export function settled(
  { title, fields }: RecordShape,
  before: JsonRecord,
  after: JsonRecord,
  around: Around,
  surroundings: Surroundings,
): JsonRecord {
  const isKnown = (record: JsonRecord, name: string) =>
    surroundings.idsOf(title, name, [...around, record])?.some(({ id }) => id === record[name]) === true;
  const lost = fields.filter(
    ({ name, shape }) =>
      shape.kind === 'id' && before[name] === after[name] && isKnown(before, name) && !isKnown(after, name),
  );
  return lost.reduce<JsonRecord>(
    (record, { name, shape }) => ({
      ...record,
      [name]: startOf(shape, title, name, [...around, record], surroundings),
    }),
    after,
  );
}
