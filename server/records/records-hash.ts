import { createHash } from 'node:crypto';
import type { Store } from '../store/store.ts';
import { recordsAsOf } from './records-as-of.ts';

/**
 * SHA-256, in hex, of all records of these datasets as of a commit: a line `["dataset","key","hash"]` for each, the
 * datasets in the order of their ids, whatever order they are given in.
 */
export async function recordsHash(
  store: Store,
  datasets: readonly string[],
  commit: number,
): Promise<string> {
  const digest = createHash('sha256');
  for (const dataset of [...new Set(datasets)].toSorted()) {
    for await (const { key, hash } of recordsAsOf(store, dataset, commit)) {
      digest.update(`${JSON.stringify([dataset, key, hash])}\n`);
    }
  }
  return digest.digest('hex');
}
