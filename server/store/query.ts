import { assertField, assertRemovable, type CollectionName, type FieldKind } from './collections.ts';
import type { PageRequest, Where } from './store.ts';
import { lowerAscii, wellFormed } from './text-order.ts';

/** A declared field that has one of these values, or (null) none. */
export interface Condition {
  readonly field: string;
  readonly values: readonly string[] | null;
}

/** Which documents: what is left of a request when all in it is known to be harmless. */
export interface Filter {
  readonly conditions: readonly Condition[];
  /** The text in small letters. */
  readonly contains: { readonly field: string; readonly text: string } | undefined;
}

/** A page asked for. Documents come in the order of their ids where the field is `id`. */
export interface PageQuery extends Filter {
  readonly sort: { readonly field: string; readonly kind: FieldKind; readonly descending: boolean };
  readonly offset: number;
  readonly limit: number;
}

/** In UTF-16 units: what a database's regular expressions hold with every character spelled out. */
const longestContained = 1000;

/** @throws TypeError where anything in it is not what the port allows. */
export function checkedPage(name: CollectionName, request: PageRequest): PageQuery {
  const { where, contains, sort, offset, limit } = request;
  return {
    conditions: checkedWhere(name, where),
    contains: contains === undefined ? undefined : checkedContains(name, contains),
    sort: checkedSort(name, sort),
    offset: natural(offset),
    limit: natural(limit),
  };
}

/** @throws TypeError where a field is not declared, or a value no text. */
export function checkedWhere(name: CollectionName, where: Where = {}): Condition[] {
  if (typeof where !== 'object' || where === null || Array.isArray(where)) {
    throw new TypeError('not a list of fields');
  }
  return Object.entries(where).map(([field, wanted]) => {
    const kind = assertField(name, field);
    if (wanted === null) return { field, values: null };
    const values = (Array.isArray(wanted) ? (wanted as readonly unknown[]) : [wanted]).map(text);
    if (kind !== 'text') throw new TypeError(`${name} are not found by a ${kind} in ${field}`);
    return { field, values: [...new Set(values)] };
  });
}

/** @throws TypeError where the field is no declared text. */
export function checkedTextField(name: CollectionName, field: string): string {
  if (assertField(name, field) !== 'text') throw new TypeError(`${name} have no text in ${field}`);
  return field;
}

/** @throws TypeError where documents cannot be removed by this field and value. */
export function checkedRemoval(name: CollectionName, field: string, value: string): Condition {
  assertRemovable(name);
  return { field: checkedTextField(name, field), values: [text(value)] };
}

/** @throws TypeError where nothing can be removed, or an id is no text. */
export function checkedIds(name: CollectionName, ids: readonly string[]): string[] {
  assertRemovable(name);
  return [...new Set(ids.map(text))];
}

function checkedContains(name: CollectionName, { field, text: wanted }: { field: string; text: string }) {
  const contained = text(wanted);
  if (contained.length > longestContained) throw new TypeError('the text to be contained is too long');
  return { field: checkedTextField(name, field), text: lowerAscii(contained) };
}

function checkedSort(name: CollectionName, sort: PageRequest['sort']): PageQuery['sort'] {
  if (sort === undefined) return { field: 'id', kind: 'text', descending: false };
  const { field, descending } = sort;
  if (typeof descending !== 'boolean') throw new TypeError('neither ascending nor descending');
  return { field, kind: field === 'id' ? 'text' : assertField(name, field), descending };
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError(`not a text: ${typeof value}`);
  return wellFormed(value);
}

function natural(value: number): number {
  if (!Number.isSafeInteger(value) || value < 0) throw new TypeError('not a natural number');
  return value;
}
