import type { CollectionName, CollectionTypes } from './collections.ts';
import type { Doc } from './doc.ts';

export type { Doc } from './doc.ts';

/** Which documents, by declared fields: each field equal to the value, or to one of several; null asks for none. */
export type Where = Readonly<Record<string, string | null | readonly string[]>>;

/** One page of the documents that fit. */
export interface PageRequest {
  readonly where?: Where;
  /** A declared text field that contains this text, letters A to Z in either case. */
  readonly contains?: { readonly field: string; readonly text: string };
  /** By a declared field or by id; documents that are equal in it stand in the order of their ids. */
  readonly sort?: { readonly field: string; readonly descending: boolean };
  readonly offset: number;
  readonly limit: number;
}

/** A page, and how many documents there are on all pages. */
export interface Page<T> {
  readonly docs: readonly T[];
  readonly total: number;
}

/**
 * A collection of documents that are written once and never changed. Every write is one atomic insert; whoever needs
 * a compare-and-set inserts the next number under a unique id.
 */
export interface Collection<T extends Doc> {
  /** @returns false where the id is taken; then nothing changed. */
  insert(doc: T): Promise<boolean>;
  /** Writes a chunk in one go. @returns for each document whether its id was free; of two in the chunk the first has it. */
  insertMany(docs: readonly T[]): Promise<readonly boolean[]>;
  get(id: string): Promise<T | undefined>;
  /** In the order of the ids. */
  getMany(ids: readonly string[]): Promise<readonly (T | undefined)[]>;
  /** For each prefix the documents whose id begins with it, ascending by id: for groups known to be small. */
  startingWith(prefixes: readonly string[]): Promise<readonly (readonly T[])[]>;
  /**
   * Ascending by id, read page by page. What is there all the while is seen once; what is inserted meanwhile may be.
   * @param range only ids that begin with `prefix` and come after `after`.
   */
  scan(range?: { readonly prefix?: string; readonly after?: string }): AsyncIterable<T>;
  /** The document with the greatest id that begins with the prefix. */
  last(prefix: string): Promise<T | undefined>;
  /** @throws TypeError where a field is not declared, a value is no text, or offset or limit no natural number. */
  page(request: PageRequest): Promise<Page<T>>;
  /** How many documents have each value of a declared text field, among those that fit; null first, then by text. */
  countBy(
    field: string,
    where?: Where,
  ): Promise<readonly { readonly value: string | null; readonly count: number }[]>;
  /** Removes documents by id. @returns how many there were. @throws TypeError where the collection only grows. */
  remove(ids: readonly string[]): Promise<number>;
  /**
   * Removes every document whose declared field has this value; little by little, not in one step.
   * @returns how many there were. @throws TypeError where the collection only grows.
   */
  removeWhere(field: string, value: string): Promise<number>;
}

/** Where everything is kept. */
export interface Store {
  collection<N extends CollectionName>(name: N): Collection<CollectionTypes[N]>;
  close(): Promise<void>;
}
