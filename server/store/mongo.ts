import { MongoClient, ReadConcern, ReadPreference, WriteConcern } from 'mongodb';
import { collectionNames, type CollectionName, type CollectionTypes } from './collections.ts';
import { mongoCollection } from './mongo-collection.ts';
import { migrateMongo } from './mongo-migrations.ts';
import type { MongoDoc } from './mongo-query.ts';
import type { Collection, Doc, Store } from './store.ts';

/** What can be said beside the URI. */
export interface MongoOptions {
  /** The database, where not the one the URI names. */
  readonly database?: string;
  /** How long to look for a server, in milliseconds. */
  readonly patience?: number;
}

const defaultDatabase = 'meritscale';
/** With a path behind the servers. The driver does not tell a database that is named from its own default. */
const namesDatabase = /^mongodb(?:\+srv)?:\/\/[^/?]+\/[^?]/;

/**
 * A store in a MongoDB database. What it says is written is on the disks of most of the servers, and nothing is read
 * that is not, whatever the URI asks for.
 * @throws Error where no server answers, or the data are of a later release.
 */
export async function openMongoStore(uri: string, options: MongoOptions = {}): Promise<Store> {
  const client = new MongoClient(uri, {
    ignoreUndefined: false,
    serverSelectionTimeoutMS: options.patience ?? 10_000,
  });
  try {
    await client.connect();
    const named = namesDatabase.test(uri) ? client.options.dbName : defaultDatabase;
    const db = client.db(options.database ?? named, {
      readConcern: new ReadConcern('majority'),
      readPreference: ReadPreference.primary,
      writeConcern: new WriteConcern('majority', undefined, true),
    });
    await migrateMongo(db);
    const collections = new Map<CollectionName, Collection<Doc>>(
      collectionNames.map((name) => [name, mongoCollection(db.collection<MongoDoc>(name), name)]),
    );
    return {
      collection<N extends CollectionName>(name: N) {
        return collections.get(name) as unknown as Collection<CollectionTypes[N]>;
      },
      close: () => client.close(),
    };
  } catch (error) {
    await client.close();
    throw error;
  }
}
