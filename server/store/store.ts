import type { CollectionName, CollectionTypes } from './collections.ts';
import type { Doc } from './doc.ts';

export type { Doc } from './doc.ts';

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
  /**
   * Removes every document whose field, declared as indexed, has this value; little by little, not in one step.
   * @returns how many there were.
   */
  removeWhere(field: string, value: string): Promise<number>;
}

/** Where everything is kept. */
export interface Store {
  collection<N extends CollectionName>(name: N): Collection<CollectionTypes[N]>;
  close(): Promise<void>;
}
