import type { Store } from '../store/store.ts';
import { commitsAfter } from './commits.ts';
import { isAlive, thisOwner } from './owner.ts';
import type { StagingMark } from '../store/documents.ts';

/** Ids of what an import keeps aside begin with this. */
export function stagedPrefix(importId: string): string {
  return `${encodeURIComponent(importId)}/`;
}

/** The id under which an import notes that it saw a key. */
export function stagedKeyId(importId: string, key: string): string {
  return stagedPrefix(importId) + encodeURIComponent(key);
}

/** Marks an import as begun, before it writes anything else. */
export async function markStaging(
  store: Store,
  importId: string,
  dataset: string,
  since: number,
): Promise<StagingMark> {
  const mark = { id: encodeURIComponent(importId), import: importId, dataset, since, owner: thisOwner() };
  if (!(await store.collection('stagings').insert(mark)))
    throw new Error(`import ${importId} has begun before`);
  return mark;
}

/** Clears up after an import that ended, however it did: its rows go unless it was committed. */
export async function clearStaging(store: Store, mark: StagingMark): Promise<void> {
  if (!(await isCommitted(store, mark))) await store.collection('records').removeWhere('import', mark.import);
  await store.collection('stagedKeys').removeWhere('import', mark.import);
  await store.collection('stagedPeople').removeWhere('import', mark.import);
  await store.collection('stagings').removeWhere('import', mark.import);
}

/** Clears up after imports whose process is gone. */
export async function clearDeadStagings(store: Store): Promise<void> {
  for await (const mark of store.collection('stagings').scan()) {
    if (!isAlive(mark.owner, Date.now())) await clearStaging(store, mark);
  }
}

async function isCommitted(store: Store, mark: StagingMark): Promise<boolean> {
  for await (const commit of commitsAfter(store, mark.since)) {
    if (commit.import === mark.import) return true;
  }
  return false;
}
