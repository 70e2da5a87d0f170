import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openSqliteStore } from '../store/sqlite.ts';
import type { Store } from '../store/store.ts';

/** Works with the store of a data folder, which is made where it is not there, and closes it again. */
export async function withStore<T>(folder: string, work: (store: Store) => Promise<T>): Promise<T> {
  await mkdir(folder, { recursive: true });
  const store = await openSqliteStore(join(folder, 'meritscale.db'));
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
