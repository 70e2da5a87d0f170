import type { Change } from '../store/documents.ts';
import type { Collection, Doc } from '../store/store.ts';

/** A document that is one revision of a record. */
export interface Revised extends Doc {
  readonly revision: number;
  readonly change: Change;
}

/** What became of a change: made now or by the same request before, or somebody else's revision is there. */
export type Revising<T> = { readonly made: T } | { readonly stale: T | undefined };

/** The id of a revision: those of one record stand together, in their order. */
export function revisionId(record: string, revision: number): string {
  return `${record}/${String(revision).padStart(6, '0')}`;
}

/** A record as it stands. @param record the id without its revision, as anybody may have sent it. */
export async function newestRevision<T extends Doc>(
  collection: Collection<T>,
  record: string,
): Promise<T | undefined> {
  // Stores refuse to look for what can be no id.
  return /^[\x20-\x7e]+$/.test(record) ? collection.last(`${record}/`) : undefined;
}

/**
 * Compare-and-set: inserts the revision after the expected one, whose id only one writer can have.
 * @param expected 0 for a record that is not there yet.
 */
export async function revise<T extends Revised>(
  collection: Collection<T>,
  record: string,
  expected: number,
  make: (id: string, revision: number) => T,
): Promise<Revising<T>> {
  const wanted = make(revisionId(record, expected + 1), expected + 1);
  const before = await newestRevision(collection, record);
  if ((before?.revision ?? 0) === expected && (await collection.insert(wanted))) return { made: wanted };
  const current = await newestRevision(collection, record);
  // The request was answered by a process that ended before it could say so.
  if (current !== undefined && current.change.request === wanted.change.request) return { made: current };
  return { stale: current };
}
