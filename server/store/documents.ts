import type {
  Pilot,
  ReviewOf,
  Company,
  DataRecord,
  Dataset,
  EarlierRun,
  Issue,
  JobRequest,
  Model,
  ModelVersionState,
  MovementCause,
  MovementMetric,
  MovementRounding,
  Period,
  Person,
  Result,
} from '../../schemas/index.ts';
import type { AuditEntry, Change } from './change.ts';
import type { Doc } from './doc.ts';

export type * from './access-documents.ts';
export type * from './change.ts';
export type * from './version-documents.ts';

/** Whose identifier it is: one person only, because the id is made of the identifier. */
export interface Identifier extends Doc {
  readonly person: string;
}

/** Somebody an import that is under way found in its file: a person only once it commits. */
export interface StagedPerson extends Doc {
  readonly import: string;
  readonly person: string;
  readonly identifier: string;
  readonly name: string;
}

/** The process an import runs in, so that another can tell whether it is still under way. */
export interface Owner {
  readonly host: string;
  readonly pid: number;
  /** Of this one process only: another one may have had its number before. */
  readonly process: string;
  /** In UTC. */
  readonly begun: string;
}

/** That an import began: it stays until the import's traces are cleared up. */
export interface StagingMark extends Doc {
  readonly import: string;
  readonly dataset: string;
  /** The last commit when it began. */
  readonly since: number;
  readonly owner: Owner;
}

/** A row that changes nothing, kept until the import ends: that its key was seen, and what it is equal to. */
export interface StagedKey extends Doc {
  readonly import: string;
  readonly key: string;
  /** Id of the revision with the same values. */
  readonly revision: string;
}

/** The file an import was read from. */
export interface ImportedFile {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly encoding: string;
}

/** What became of a file's rows. */
export interface RowCounts {
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rejected: number;
}

/** That an import counts: its rows are seen from this number on, before it they are not there. */
export interface Commit extends Doc {
  readonly commit: number;
  readonly import: string;
  readonly dataset: string;
  /** Hash of the dataset definition it was read by. */
  readonly definition: string;
  readonly file: ImportedFile;
  readonly counts: RowCounts;
  readonly options: { readonly mode: string; readonly encoding: string };
  /** Who asked for it; nobody by the command line. */
  readonly change?: Change;
  readonly entry?: CommitEntry;
}

/** What the log says of a commit: in the same insert, so that it can still be said by the next process. */
export interface CommitEntry extends Pick<AuditEntry, 'action' | 'before'> {
  readonly resource: 'import' | 'record' | 'team';
  /** Null: the record that the commit made. */
  readonly record: string | null;
  /** Null: what the commit itself tells, counts of an import, the hash of a record. */
  readonly after: unknown;
}

/** A record as one import left it. */
export interface RecordRevision extends Doc, DataRecord {
  readonly import: string;
  /** SHA-256 of the RFC 8785 form of the values. */
  readonly hash: string;
}

/** A person's names as of a revision; the revisions before are removed, not kept. */
export interface StoredPerson extends Doc, Omit<Person, 'id'> {
  /** Person id; the document's id is person/revision. */
  readonly person: string;
  readonly revision: number;
  /** Who changed the name; nobody where it is as it came. */
  readonly change?: Change;
}

/** A document HR defined, or (document null) a line of the list that says which hash is current. */
export interface StoredDefinition extends Doc {
  readonly hash: string;
  readonly document: Company | Dataset | null;
  readonly change?: Change;
}

/** One revision of one version of a model: key/version/revision. */
export interface ModelVersion extends Doc {
  readonly key: string;
  readonly version: number;
  readonly revision: number;
  readonly state: ModelVersionState;
  /** The version it was made from. */
  readonly basedOn: number | null;
  /** Everybody who changed the document, in the order of their first change. */
  readonly authors: readonly string[];
  readonly document: Model;
  readonly hash: string;
  /** The first period it holds for, once published; null: since ever. */
  readonly from: string | null;
  /** How often it was put up for review. */
  readonly round?: number;
  /** The impact report it was put up with. */
  readonly report?: string;
  readonly approvedBy?: string;
  /** Only these teams are judged by it; the others keep the version before. */
  readonly pilot?: Pilot;
  /** JSON that somebody is writing and that is no model yet. */
  readonly text?: string;
  /** Whether the sellers' representatives may read and comment it. */
  readonly hearing?: true;
  /** Why it holds for a period that was over when it was published. */
  readonly pastReason?: string;
  readonly change: Change;
}

/** What somebody said of a version, or that it was reviewed; the reason of its change is what was said. */
export interface ModelNote extends Doc {
  readonly key: string;
  readonly version: number;
  /** What of the document it is about. */
  readonly pointer?: string;
  readonly reviewed?: readonly ReviewOf[];
  readonly change: Change;
}

/** A file on its way in; its bytes lie in the folder of uploads under the id. */
export interface Upload extends Doc {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly by: string;
  readonly at: string;
}

/** Something wrong with a file that a job read, in the order it was found. */
export interface ImportIssue extends Doc {
  readonly job: string;
  readonly issue: Issue;
}

/** One subject's result of a run, the figures it was made from, and the hash of its receipt. */
export interface RunResult extends Doc {
  readonly run: string;
  readonly subject: string;
  readonly team: string;
  readonly role: string | null;
  readonly stage: string;
  /** The model's key. */
  readonly model: string;
  readonly status: Result['status'];
  readonly grade: string | null;
  /** The composite as a number, to sort by. */
  readonly composite: number | null;
  readonly result: Result;
  /** By column: a figure as a decimal, an attribute as it is, null where it is missing; for figures `missing` says why. */
  readonly inputs: Readonly<Record<string, string | null>>;
  readonly missing: Readonly<Record<string, string>>;
  readonly receipt: string;
}

/** That a run began, and all it pins: broken off, it is finished from here. */
export interface RunStart extends Doc {
  readonly period: Period;
  readonly company: string;
  readonly models: readonly { readonly key: string; readonly version: number; readonly hash: string }[];
  /** Hash of each dataset definition. */
  readonly datasets: Readonly<Record<string, string>>;
  readonly commit: number;
  readonly records: string;
  readonly earlier?: readonly EarlierRun[];
  readonly change: Change;
}

/** That a person confirmed a run: one for a period, whose id it has. */
export interface RunLock extends Doc {
  readonly run: string;
  readonly change: Change;
}

/**
 * The next of the decisions about the periods of one cadence: which run of a period is locked, which version of a model
 * holds from when. They are made one after the other, so that none is made on what another is just changing.
 */
export type Decision = Doc & { readonly revision: number; readonly change: Change } & (
    | { readonly kind: 'lock'; readonly run: string }
    | {
        readonly kind: 'publication';
        readonly key: string;
        readonly version: number;
        /** The id of the draft's revision that is published. */
        readonly draft: string;
        readonly from: string;
        readonly pastReason?: string;
        readonly pilot?: Pilot;
      }
  );

/** Two runs of a period side by side: seen once all its movements are written. */
export interface Comparison extends Doc {
  readonly before: string;
  readonly after: string;
  readonly subjects: number;
  readonly up: number;
  readonly down: number;
  readonly causes: Readonly<Record<MovementCause, number>>;
  /** How many went from one grade to another, by the grades' ids; null: no grade, or not in the run. */
  readonly grades: readonly {
    readonly before: string | null;
    readonly after: string | null;
    readonly count: number;
  }[];
}

/** How one subject moved between two runs. */
export interface Movement extends Doc {
  readonly comparison: string;
  readonly subject: string;
  readonly team: string;
  readonly cause: MovementCause;
  readonly gradeMove: 'up' | 'down' | 'same' | 'none';
  /** Composite after − before, to sort by; null where one of them is missing. */
  readonly delta: number | null;
  /** The size of delta. */
  readonly size: number | null;
  readonly before: MovementSide | null;
  readonly after: MovementSide | null;
  /** The parts of delta, exact; null where they cannot be told. */
  readonly rule: string | null;
  readonly data: string | null;
  readonly metrics: readonly MovementMetric[];
  readonly rounding: MovementRounding;
}

/** Where a subject stood in one of two runs. */
export interface MovementSide {
  readonly composite: string | null;
  readonly grade: string | null;
  readonly model: string;
}

/** Work that takes long. */
export interface Job extends Doc {
  readonly request: JobRequest;
  readonly change: Change;
}

/** That a job ended; none, and it is still to be done. */
export interface JobOutcome extends Doc {
  readonly state: 'done' | 'failed';
  readonly at: string;
  readonly issues: readonly Issue[];
  /** What it made: the id of a run, an import, a comparison. */
  readonly made: string | null;
  readonly report: Readonly<Record<string, string | number | boolean>>;
}
