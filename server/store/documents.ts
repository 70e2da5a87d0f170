import type {
  Company,
  DataRecord,
  Dataset,
  Grant,
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
import type { Doc } from './doc.ts';

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
}

/** A record as one import left it. */
export interface RecordRevision extends Doc, DataRecord {
  readonly import: string;
  /** SHA-256 of the RFC 8785 form of the values. */
  readonly hash: string;
}

/** Who changed something, when and why. Every change carries it in the same insert, so that none is without. */
export interface Change {
  /** Person id; null for the command line and for the program itself. */
  readonly by: string | null;
  /** In UTC. */
  readonly at: string;
  readonly reason?: string;
  /** The request it came with: the same one, sent again, finds its own change. */
  readonly request: string;
}

/** A person's names as of a revision; the revisions before are removed, not kept. */
export interface StoredPerson extends Doc, Omit<Person, 'id'> {
  /** Person id; the document's id is person/revision. */
  readonly person: string;
  readonly revision: number;
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
  readonly change: Change;
}

/** That a person confirmed a run: one for a period, whose id it has. */
export interface RunLock extends Doc {
  readonly run: string;
  readonly change: Change;
}

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

/** One revision of a person's right to sign in: person/revision. */
export interface Account extends Doc {
  readonly person: string;
  readonly revision: number;
  readonly grants: readonly Grant[];
  readonly active: boolean;
  /** scrypt$N$r$p$salt$hash, in base64url; null: nobody can sign in by password. */
  readonly password: string | null;
  readonly change: Change;
}

/** A sign-in, by the hash of its token: session/number. The newest says when it was last used. */
export interface Session extends Doc {
  readonly session: string;
  readonly person: string;
  readonly begun: string;
  readonly seen: string;
}

/** That a request with an Idempotency-Key is being answered. */
export interface RequestClaim extends Doc {
  /** SHA-256 of method, path and body. */
  readonly fingerprint: string;
  readonly at: string;
}

/** What a request with an Idempotency-Key was answered: for the same one sent again. */
export interface RequestOutcome extends Doc {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly at: string;
}

/** A change as the log shows it. Names of people never stand in it. */
export interface AuditEntry extends Doc {
  readonly at: string;
  readonly by: string | null;
  readonly action: string;
  readonly resource: string;
  readonly record: string;
  /** What was there, and what came in its place; null where there was or is nothing. */
  readonly before: unknown;
  readonly after: unknown;
  readonly reason?: string;
  readonly request: string;
}
