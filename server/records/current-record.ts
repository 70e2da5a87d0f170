import type { RecordRevision } from '../store/documents.ts';
import type { Store } from '../store/store.ts';
import { commitNumbers, lastCommit } from './commits.ts';
import { newestOf } from './newest.ts';
import { recordPrefix } from './revision.ts';

/** A record as it counts now. */
export async function currentRecord(
  store: Store,
  dataset: string,
  key: string,
): Promise<RecordRevision | undefined> {
  const commits = await commitNumbers(store, dataset, await lastCommit(store));
  const [revisions = []] = await store.collection('records').startingWith([recordPrefix(dataset, key)]);
  return newestOf(revisions, commits);
}

/** The revision that an import of one row made, whether it counts yet or not. */
export async function revisionOf(store: Store, importId: string): Promise<RecordRevision | undefined> {
  const { docs } = await store
    .collection('records')
    .page({ where: { import: importId }, offset: 0, limit: 1 });
  return docs[0];
}
