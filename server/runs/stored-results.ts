import type { RunResult } from '../store/documents.ts';
import type { Store } from '../store/store.ts';

/** A result as it is stored: with the figures it was made from and the hash of its receipt, which derives from them. */
export type StoredResult = Omit<RunResult, 'id' | 'run'>;

/** The results of a stored run, by subject. */
export async function* resultsOfRun(store: Store, run: string): AsyncGenerator<StoredResult> {
  for await (const stored of store.collection('results').scan({ prefix: `${run}/` })) {
    const { id: _id, run: _run, ...result } = stored;
    yield result;
  }
}

/** The id of a subject's result. */
export function resultId(run: string, subject: string): string {
  return `${run}/${encodeURIComponent(subject)}`;
}
