import { hash } from 'node:crypto';
import type { DataRecord } from '../../schemas/index.ts';

/**
 * SHA-256, in hex, of the RFC 8785 form of a record's values. Of a flat object of texts that form is what
 * JSON.stringify writes of it with its keys in order, much faster than by the general way. Column ids begin with a
 * letter: keys that look like numbers would not stay in order.
 */
export function valuesHash(values: DataRecord['values']): string {
  return hash('sha256', JSON.stringify(isSorted(Object.keys(values)) ? values : sorted(values)));
}

/** Values with their columns in the order of RFC 8785. */
export function sorted(values: DataRecord['values']): DataRecord['values'] {
  const columns = Object.keys(values).toSorted();
  return Object.fromEntries(columns.map((column) => [column, values[column]!]));
}

function isSorted(columns: readonly string[]): boolean {
  return columns.every((column, index) => index === 0 || columns[index - 1]! < column);
}
