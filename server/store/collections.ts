import type { Person, Run } from '../../schemas/index.ts';
import type {
  Commit,
  Identifier,
  RecordRevision,
  RunResult,
  StagedKey,
  StagedPerson,
  StagingMark,
  StoredDefinition,
} from './documents.ts';

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
