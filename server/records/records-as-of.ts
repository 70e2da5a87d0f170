import type { Store } from '../store/store.ts';
import { commitNumbers } from './commits.ts';
import { newestOf } from './newest.ts';
import { datasetPrefix } from './revision.ts';
import type { RecordRevision } from '../store/documents.ts';

/**
 * A dataset's records as a commit left them: of every key the newest revision that counts by then. They come in the
 * order of their encoded keys, which is always the same.
 * @param commit 0 for none.
 */
export async function* recordsAsOf(
  store: Store,
  dataset: string,
  commit: number,
): AsyncGenerator<RecordRevision> {
  const commits = await commitNumbers(store, dataset, commit);
  if (commits.size === 0) return;
  let group: RecordRevision[] = [];
  for await (const revision of store.collection('records').scan({ prefix: datasetPrefix(dataset) })) {
    if (group.length > 0 && group[0]!.key !== revision.key) {
      const newest = newestOf(group, commits);
      if (newest !== undefined) yield newest;
      group = [];
    }
    group.push(revision);
  }
  const newest = newestOf(group, commits);
  if (newest !== undefined) yield newest;
}
