import type { Company, DataRecord, Dataset, Model, Result } from '../../schemas/index.ts';
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
}

/** A record as one import left it. */
export interface RecordRevision extends Doc, DataRecord {
  readonly import: string;
  /** SHA-256 of the RFC 8785 form of the values. */
  readonly hash: string;
}

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
