import type { Company, Dataset, Model, Person, Result, Run } from '../../schemas/index.ts';
import type { Identifier } from '../people/identifier.ts';
import type { StagedPerson } from '../people/staged-people.ts';
import type { Commit } from '../records/commits.ts';
import type { RecordRevision } from '../records/revision.ts';
import type { StagedKey, StagingMark } from '../records/staging-mark.ts';
import type { Doc } from './doc.ts';

/** A document HR defined, or (document null) a line of the list that says which hash is current. */
export interface StoredDefinition extends Doc {
  readonly hash: string;
  readonly document: Company | Dataset | Model | null;
}

/** One subject's result of a run, with the hash of its receipt. */
export interface RunResult extends Doc {
  readonly run: string;
  readonly result: Result;
  readonly receipt: string;
}

/** What every collection holds. */
export interface CollectionTypes {
  records: RecordRevision;
  people: Person;
  identifiers: Identifier;
  definitions: StoredDefinition;
  imports: Commit;
  stagings: StagingMark;
  stagedKeys: StagedKey;
  stagedPeople: StagedPerson;
  runs: Run;
  results: RunResult;
}

export type CollectionName = keyof CollectionTypes;

/** The fields, always texts, by which documents can be removed. */
export const indexedFields: Readonly<Record<CollectionName, readonly string[]>> = {
  records: ['import'],
  people: [],
  identifiers: [],
  definitions: [],
  imports: [],
  stagings: ['import'],
  stagedKeys: ['import'],
  stagedPeople: ['import'],
  runs: [],
  results: ['run'],
};

/** @throws TypeError where documents of the collection cannot be removed by this field. */
export function assertIndexed(collection: CollectionName, field: string): void {
  if (!indexedFields[collection].includes(field)) {
    throw new TypeError(`${collection} is not indexed by ${field}`);
  }
}
