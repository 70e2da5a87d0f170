import type { Company, Dataset, Issue } from '../../schemas/index.ts';
import type { People } from '../people/people.ts';
import type { Store } from '../store/store.ts';
import type { Encoding } from './inspect-file.ts';
import type { Change, CommitEntry, ImportedFile, RowCounts } from '../store/documents.ts';

/** A file to import, and how. */
export interface ImportRequest {
  readonly store: Store;
  readonly people: People;
  /** A definition without errors. */
  readonly dataset: Dataset;
  /** Its time zone is that of times without an offset. */
  readonly company: Pick<Company, 'timeZone'>;
  readonly file: { readonly name: string; readonly path: string };
  /** Whether one bad row keeps the whole file out, or itself only. Trouble with the file or its header always does. */
  readonly mode: 'allOrNothing' | 'validRows';
  /** Do everything but the commit. */
  readonly dryRun: boolean;
  readonly encoding: Encoding | 'auto';
  /** Which header each column is read from, by column id; found by the dataset's headers if absent. */
  readonly mapping?: Readonly<Record<string, string>>;
  /** Who asked for it. */
  readonly change?: Change;
  /** What the log is to say of it; `change` says who. */
  readonly entry?: CommitEntry;
  /** Whether the records still are as they must be for it; where not, nothing is committed. Asked until the commit. */
  readonly fits?: () => Promise<boolean>;
  /** Gives ids for imports that nobody has. */
  readonly newId: () => string;
  /** Called for every issue, a chunk's in the order of its rows. */
  readonly onIssue: (issue: Issue) => void;
  readonly onProgress: (progress: ImportProgress) => void;
}

/** How far an import is. */
export interface ImportProgress {
  /** How many rows are staged or rejected. */
  readonly rows: number;
  /** How much of the file is read: it runs ahead of the rows. */
  readonly bytes: number;
  readonly totalBytes: number;
}

/**
 * What an import found and did. The counts say what the file is against the records as they were, also where nothing
 * was committed.
 */
export interface ImportReport extends RowCounts {
  /** The import's id and commit number, where it was committed. */
  readonly import?: string;
  readonly commit?: number;
  readonly committed: boolean;
  readonly dataset: string;
  /** As far as the file could be read. */
  readonly file: Pick<ImportedFile, 'name'> & Partial<ImportedFile>;
  /** How many of each code. */
  readonly issues: Readonly<Record<string, number>>;
}
