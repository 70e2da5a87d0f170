import { MongoServerError, type Db } from 'mongodb';
import { collectionNames } from './collections.ts';
import { indexes } from './indexes.ts';
import { mongoIndex } from './mongo-query.ts';

/** Raised whenever a collection or an index is added, or what is stored changes its shape. */
const newest = 4;
const prefix = 'schema/';
const namespaceExists = 48;
const duplicateKey = 11000;

/**
 * Makes what collections and indexes are not there yet. All of it can be done again and by several processes at once;
 * that it is done is noted last.
 * @throws Error where a later release of the program made them.
 */
export async function migrateMongo(db: Db): Promise<void> {
  const meta = db.collection<{ _id: string }>('meta');
  const versions = (await meta.find().toArray())
    .filter(({ _id }) => _id.startsWith(prefix))
    .map(({ _id }) => Number(_id.slice(prefix.length)));
  const present = Math.max(0, ...versions);
  if (present > newest) {
    throw new Error(`the data were written by a later release (schema ${present} > ${newest})`);
  }
  if (present === newest) return;
  for (const name of collectionNames) {
    await unless(namespaceExists, db.createCollection(name));
    for (const fields of indexes[name]) await db.collection(name).createIndex(mongoIndex(fields));
  }
  await unless(duplicateKey, meta.insertOne({ _id: `${prefix}${newest}` }));
}

/** That it is there already is as good. */
async function unless(code: number, work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof MongoServerError) || error.code !== code) throw error;
  }
}
