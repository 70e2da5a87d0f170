import type { Store } from '../store/store.ts';
import type { Commit } from '../store/documents.ts';

/** The number of a committed import, by import id. */
export type CommitNumbers = ReadonlyMap<string, number>;

/** The id of a commit's document: whoever inserts it first has the number. */
export function commitId(commit: number): string {
  return String(commit).padStart(12, '0');
}

/** The greatest commit number, 0 where nothing was ever committed. */
export async function lastCommit(store: Store): Promise<number> {
  return (await store.collection('imports').last(''))?.commit ?? 0;
}

/** The commits after a number, in their order. */
export function commitsAfter(store: Store, commit: number): AsyncIterable<Commit> {
  return store.collection('imports').scan({ after: commitId(commit) });
}

/** The commit an import made, if it made one. */
export async function commitOf(store: Store, importId: string): Promise<Commit | undefined> {
  for await (const commit of commitsAfter(store, 0)) if (commit.import === importId) return commit;
  return undefined;
}

/** The imports of a dataset that count as of a commit. */
export async function commitNumbers(
  store: Store,
  dataset: string,
  upTo: number,
): Promise<Map<string, number>> {
  const numbers = new Map<string, number>();
  for await (const commit of commitsAfter(store, 0)) {
    if (commit.commit > upTo) break;
    if (commit.dataset === dataset) numbers.set(commit.import, commit.commit);
  }
  return numbers;
}
