import { setTimeout } from 'node:timers/promises';
import { MongoServerError, type Collection } from 'mongodb';
import { endOfPrefix } from './ids.ts';
import type { MongoDoc } from './mongo-query.ts';
import { mayWorkAgain } from './mongo-write.ts';
import type { Doc } from './store.ts';

const pageSize = 500;
const cursorNotFound = 43;
const pause = 100;

/** Documents in the order of their ids. A cursor the server gave up, as it does with idle ones, is opened again. */
export async function* scanDocs(
  collection: Collection<MongoDoc>,
  prefix: string,
  after: string,
): AsyncGenerator<Doc> {
  const end = endOfPrefix(prefix);
  let failures = 0;
  for (let from = after; ;) {
    const bound = from < prefix ? { $gte: prefix } : { $gt: from };
    const cursor = collection.find(
      { _id: { ...bound, $lt: end } },
      { projection: { _id: 1, doc: 1 }, sort: { _id: 1 }, batchSize: pageSize },
    );
    try {
      for (;;) {
        const found = await nextOf(cursor);
        if (found === 'lost') break;
        if (found === null) return;
        failures = 0;
        const { _id: id, doc } = found;
        from = id;
        yield JSON.parse(doc) as Doc;
      }
    } finally {
      await cursor.close();
    }
    // Twice without a document in between is no idle cursor any more.
    if ((failures += 1) > 1) throw new Error('reading was broken off by the database twice in a row');
    await setTimeout(pause);
  }
}

async function nextOf(cursor: {
  next(): Promise<{ readonly _id: string; readonly doc: string } | null>;
}): Promise<{ readonly _id: string; readonly doc: string } | null | 'lost'> {
  try {
    return await cursor.next();
  } catch (error) {
    if (mayWorkAgain(error) || (error instanceof MongoServerError && error.code === cursorNotFound))
      return 'lost';
    throw error;
  }
}
