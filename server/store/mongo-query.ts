import type { Document, Filter as MongoFilter, SortDirection } from 'mongodb';
import type { CollectionName } from './collections.ts';
import { documentText } from './document-text.ts';
import { fieldValues, type FieldValue } from './field-values.ts';
import type { Filter, PageQuery } from './query.ts';
import type { Doc } from './store.ts';

/**
 * A document as MongoDB has it: the text it is, so that the same bytes come back and no name or value in it means
 * anything to the database, and beside it the fields it is found by. `write` tells whose insert it was.
 */
export interface MongoDoc extends Document {
  readonly _id: string;
  readonly doc: string;
  readonly write: string;
  readonly [field: string]: FieldValue;
}

/** @throws TypeError where the document is not plain JSON. */
export function mongoDoc(name: CollectionName, doc: Doc, write: string): MongoDoc {
  return { _id: doc.id, doc: documentText(doc), write, ...Object.fromEntries(fieldValues(name, doc)) };
}

/** The documents of a filter. Every value stands behind an operator of ours, so none can be one. */
export function mongoFilter({ conditions, contains }: Filter): MongoFilter<MongoDoc> {
  const parts: MongoFilter<MongoDoc>[] = conditions.map(({ field, values }) => {
    if (values === null) return { [field]: { $eq: null } };
    return { [field]: values.length === 1 ? { $eq: values[0]! } : { $in: [...values] } };
  });
  if (contains !== undefined) parts.push({ [contains.field]: { $regex: patternOf(contains.text) } });
  const [first = {}, ...others] = parts;
  return others.length === 0 ? first : { $and: parts };
}

/** The order of a page. */
export function mongoSort({ sort }: PageQuery): Record<string, SortDirection> {
  const direction = sort.descending ? -1 : 1;
  return sort.field === 'id' ? { _id: direction } : { [sort.field]: direction, _id: 1 };
}

/** An index as MongoDB takes it, of one as it is declared: a minus stands before what descends. */
export function mongoIndex(fields: readonly string[]): Record<string, 1 | -1> {
  return Object.fromEntries(
    fields.map((field) => {
      const named = field.replace('-', '');
      return [named === 'id' ? '_id' : named, field === named ? 1 : -1];
    }),
  );
}

/** Only what is asked for: the text. */
export const textOnly = { _id: 0, doc: 1 } as const;

/**
 * A regular expression for a text in small letters: each letter A to Z in either case, all else by its number. The
 * database's own option for it would take more letters for the same than the other stores do.
 */
function patternOf(text: string): string {
  return Array.from(text, (character) => {
    if (/[a-z]/.test(character)) return `[${character}${character.toUpperCase()}]`;
    if (/[0-9]/.test(character)) return character;
    return `\\x{${character.codePointAt(0)!.toString(16)}}`;
  }).join('');
}
