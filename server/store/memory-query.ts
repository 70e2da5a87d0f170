import type { FieldValue } from './field-values.ts';
import type { Filter, PageQuery } from './query.ts';
import { compareTexts, lowerAscii } from './text-order.ts';

/** A document as memory holds it. */
export interface Entry {
  readonly id: string;
  readonly text: string;
  readonly fields: ReadonlyMap<string, FieldValue>;
}

/** Whether a document fits. */
export function fits({ fields }: Entry, { conditions, contains }: Filter): boolean {
  const inConditions = conditions.every(({ field, values }) => {
    const value = fields.get(field) ?? null;
    return values === null ? value === null : typeof value === 'string' && values.includes(value);
  });
  if (!inConditions || contains === undefined) return inConditions;
  const value = fields.get(contains.field);
  return typeof value === 'string' && lowerAscii(value).includes(contains.text);
}

/** Orders documents as a page has them. */
export function entryOrder({ field, descending }: PageQuery['sort']) {
  const sign = descending ? -1 : 1;
  return (one: Entry, other: Entry): number => {
    if (field === 'id') return sign * compareTexts(one.id, other.id);
    const order = compareValues(one.fields.get(field) ?? null, other.fields.get(field) ?? null);
    return order === 0 ? compareTexts(one.id, other.id) : sign * order;
  };
}

/** Null first, then numbers by size or texts by code point. */
export function compareValues(one: FieldValue, other: FieldValue): number {
  if (one === null || other === null) return Number(one !== null) - Number(other !== null);
  if (typeof one === 'string' && typeof other === 'string') return compareTexts(one, other);
  return Number(one) - Number(other);
}
