import { collectionNames, type CollectionName, type CollectionTypes } from './collections.ts';
import { migrate } from './migrations.ts';
import { sqliteCollection } from './sqlite-collection.ts';
import { SqliteConnection } from './sqlite-connection.ts';
import type { Collection, Doc, Store } from './store.ts';

/**
 * A store in one SQLite file, which is made where it is not there. Several processes may have it open.
 * @throws Error where the file is no database, or of a later release.
 */
export async function openSqliteStore(path: string): Promise<Store> {
  const connection = new SqliteConnection(path);
  try {
    migrate(connection);
  } catch (error) {
    connection.close();
    throw error;
  }
  const collections = new Map<CollectionName, Collection<Doc>>(
    collectionNames.map((name) => [name, sqliteCollection(connection, name)]),
  );
  return {
    collection<N extends CollectionName>(name: N) {
      return collections.get(name) as unknown as Collection<CollectionTypes[N]>;
    },
    async close() {
      connection.close();
    },
  };
}
