import type { Store } from '../store/store.ts';
import type { CommitNumbers } from './commits.ts';
import { newestOf } from './newest.ts';
import { recordPrefix, revisionId } from './revision.ts';
import { stagedPrefix } from './staging-mark.ts';
import type { RecordRevision, StagedKey, StagingMark } from '../store/documents.ts';

const chunk = 1000;

/**
 * Looks again at the rows that were equal to a record, after another import of the dataset was committed first:
 * where that one changed the record, the row is a change after all.
 * @returns how many rows are.
 */
export async function confirmUnchanged(
  store: Store,
  mark: StagingMark,
  commits: CommitNumbers,
): Promise<number> {
  let changed = 0;
  let waiting: StagedKey[] = [];
  for await (const key of store.collection('stagedKeys').scan({ prefix: stagedPrefix(mark.import) })) {
    waiting.push(key);
    if (waiting.length < chunk) continue;
    changed += await confirm(store, mark, commits, waiting);
    waiting = [];
  }
  return changed + (await confirm(store, mark, commits, waiting));
}

async function confirm(
  store: Store,
  { dataset, import: importId }: StagingMark,
  commits: CommitNumbers,
  keys: readonly StagedKey[],
): Promise<number> {
  const records = store.collection('records');
  const groups = await records.startingWith(keys.map(({ key }) => recordPrefix(dataset, key)));
  const changes = keys.flatMap(({ key, revision }, index): RecordRevision[] => {
    const equal = groups[index]!.find(({ id }) => id === revision)!;
    if (newestOf(groups[index]!, commits)?.hash === equal.hash) return [];
    return [{ ...equal, id: revisionId(dataset, key, importId), import: importId }];
  });
  // False for what an earlier look already wrote.
  return (await records.insertMany(changes)).filter(Boolean).length;
}
