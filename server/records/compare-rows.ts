import type { DataRecord } from '../../schemas/index.ts';
import type { CommitNumbers } from './commits.ts';
import { newestOf } from './newest.ts';
import { revisionId } from './revision.ts';
import { stagedKeyId } from './staging-mark.ts';
import { valuesHash } from './values-hash.ts';
import type { RecordRevision, StagedKey } from '../store/documents.ts';

/** A row to be stored. */
export interface StagedRow {
  readonly key: string;
  readonly values: DataRecord['values'];
}

/** What a row is against the records as they stood when the import began; duplicate: its key came before. */
export type RowOutcome = 'added' | 'changed' | 'unchanged' | 'duplicate';

/** The outcomes as far as they can be told from what is known, and what is to be written. */
export interface Compared {
  readonly outcomes: RowOutcome[];
  readonly revisions: readonly {
    readonly index: number;
    readonly doc: RecordRevision;
  }[];
  readonly keys: readonly { readonly index: number; readonly doc: StagedKey }[];
}

/** @param groups for each row all stored revisions with its key, or an empty list where there can be none. */
export function compareRows(
  rows: readonly StagedRow[],
  groups: readonly (readonly RecordRevision[])[],
  commits: CommitNumbers,
  dataset: string,
  importId: string,
): Compared {
  const seen = new Set<string>();
  const revisions: Compared['revisions'][number][] = [];
  const keys: Compared['keys'][number][] = [];
  const outcomes = rows.map(({ key, values }, index): RowOutcome => {
    const group = groups[index] ?? [];
    if (seen.has(key) || group.some((revision) => revision.import === importId)) return 'duplicate';
    seen.add(key);
    const newest = newestOf(group, commits);
    const hash = valuesHash(values);
    if (newest?.hash === hash) {
      const id = stagedKeyId(importId, key);
      keys.push({ index, doc: { id, import: importId, key, revision: newest.id } });
      return 'unchanged';
    }
    const id = revisionId(dataset, key, importId);
    revisions.push({ index, doc: { id, dataset, key, import: importId, hash, values } });
    return newest === undefined ? 'added' : 'changed';
  });
  return { outcomes, revisions, keys };
}
