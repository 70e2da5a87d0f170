import { declarations, type CollectionName } from './collections.ts';
import type { Doc } from './doc.ts';
import { wellFormed } from './text-order.ts';

export type FieldValue = string | number | null;

/** What a document is filtered and sorted by, in the order of the declaration; null where it is of another kind. */
export function fieldValues(name: CollectionName, doc: Doc): [field: string, value: FieldValue][] {
  return Object.entries(declarations[name].fields).map(([field, kind]) => {
    const value: unknown = Object.hasOwn(doc, field)
      ? (doc as unknown as Record<string, unknown>)[field]
      : null;
    if (kind === 'number') return [field, typeof value === 'number' ? value : null];
    return [field, typeof value === 'string' ? wellFormed(value) : null];
  });
}
