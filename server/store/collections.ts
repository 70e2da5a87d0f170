import type { Run } from '../../schemas/index.ts';
import type {
  Account,
  AuditEntry,
  Commit,
  Comparison,
  Decision,
  Identifier,
  ImportIssue,
  Job,
  JobOutcome,
  ModelNote,
  ModelVersion,
  Movement,
  RecordRevision,
  RequestClaim,
  RequestOutcome,
  RunLock,
  RunResult,
  RunStart,
  Session,
  Setup,
  StagedKey,
  StagedPerson,
  StagingMark,
  StoredDefinition,
  StoredPerson,
  Upload,
  VersionComparison,
  VersionMovement,
} from './documents.ts';

/** What every collection holds. */
export interface CollectionTypes {
  records: RecordRevision;
  people: StoredPerson;
  identifiers: Identifier;
  definitions: StoredDefinition;
  modelVersions: ModelVersion;
  modelNotes: ModelNote;
  imports: Commit;
  stagings: StagingMark;
  stagedKeys: StagedKey;
  stagedPeople: StagedPerson;
  uploads: Upload;
  importIssues: ImportIssue;
  runs: Run;
  runStarts: RunStart;
  runLocks: RunLock;
  decisions: Decision;
  results: RunResult;
  comparisons: Comparison;
  movements: Movement;
  versionComparisons: VersionComparison;
  versionMovements: VersionMovement;
  jobs: Job;
  jobOutcomes: JobOutcome;
  accounts: Account;
  setups: Setup;
  sessions: Session;
  requestClaims: RequestClaim;
  requestOutcomes: RequestOutcome;
  audit: AuditEntry;
}

export type CollectionName = keyof CollectionTypes;

/** How a field is compared: texts by code point, numbers as numbers; a field that is not there or null comes first. */
export type FieldKind = 'text' | 'number';

/** What a collection can be filtered and sorted by, and whether anything can ever be taken out of it. */
export interface CollectionDeclaration {
  readonly fields: Readonly<Record<string, FieldKind>>;
  readonly appendOnly: boolean;
}

/** Fields stand at the top of a document. Nothing that is not declared here reaches a query. */
export const declarations: Readonly<Record<CollectionName, CollectionDeclaration>> = {
  records: { fields: { import: 'text' }, appendOnly: false },
  people: { fields: { person: 'text', name: 'text' }, appendOnly: false },
  identifiers: { fields: { person: 'text' }, appendOnly: false },
  definitions: { fields: {}, appendOnly: true },
  modelVersions: { fields: {}, appendOnly: true },
  modelNotes: { fields: {}, appendOnly: true },
  imports: { fields: {}, appendOnly: true },
  stagings: { fields: { import: 'text' }, appendOnly: false },
  stagedKeys: { fields: { import: 'text' }, appendOnly: false },
  stagedPeople: { fields: { import: 'text' }, appendOnly: false },
  uploads: { fields: {}, appendOnly: false },
  importIssues: { fields: { job: 'text' }, appendOnly: false },
  runs: { fields: {}, appendOnly: true },
  runStarts: { fields: {}, appendOnly: true },
  runLocks: { fields: {}, appendOnly: true },
  decisions: { fields: {}, appendOnly: true },
  results: {
    fields: {
      run: 'text',
      subject: 'text',
      team: 'text',
      stage: 'text',
      model: 'text',
      status: 'text',
      grade: 'text',
      composite: 'number',
    },
    appendOnly: true,
  },
  comparisons: { fields: {}, appendOnly: true },
  movements: {
    fields: {
      comparison: 'text',
      subject: 'text',
      team: 'text',
      cause: 'text',
      gradeMove: 'text',
      delta: 'number',
      size: 'number',
    },
    appendOnly: true,
  },
  versionComparisons: { fields: {}, appendOnly: true },
  versionMovements: {
    fields: {
      comparison: 'text',
      period: 'text',
      subject: 'text',
      team: 'text',
      move: 'text',
      delta: 'number',
      size: 'number',
    },
    appendOnly: true,
  },
  jobs: { fields: {}, appendOnly: true },
  jobOutcomes: { fields: {}, appendOnly: true },
  accounts: { fields: {}, appendOnly: true },
  setups: { fields: {}, appendOnly: true },
  sessions: { fields: { session: 'text', person: 'text' }, appendOnly: false },
  requestClaims: { fields: {}, appendOnly: false },
  requestOutcomes: { fields: {}, appendOnly: false },
  audit: { fields: { resource: 'text', record: 'text', by: 'text', at: 'text' }, appendOnly: true },
};

/** The collections there are. */
export const collectionNames = Object.keys(declarations) as CollectionName[];

/** @throws TypeError where the collection is not declared to have this field. */
export function assertField(collection: CollectionName, field: string): FieldKind {
  const { fields } = declarations[collection];
  // A list of one name would pass for the name.
  if (typeof field !== 'string' || !Object.hasOwn(fields, field))
    throw new TypeError(`${collection} has no field ${field}`);
  return fields[field]!;
}

/** @throws TypeError where nothing may be taken out of the collection. */
export function assertRemovable(collection: CollectionName): void {
  if (declarations[collection].appendOnly) throw new TypeError(`${collection} only grows`);
}
