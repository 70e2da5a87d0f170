import { setTimeout } from 'node:timers/promises';
import { MongoBulkWriteError, MongoError, MongoNetworkError, type Collection } from 'mongodb';
import type { MongoDoc } from './mongo-query.ts';

/** How many documents one command inserts. */
const docsAtOnce = 1000;
const duplicateKey = 11000;
/** How long to wait, in milliseconds, before an insert whose answer was lost is sent again. */
const pauses = [50, 200, 1000, 3000];

/**
 * Inserts documents that all have the same `write`, which nobody else has.
 * @returns for each whether its id was free.
 * @throws Error where the database cannot be reached or refuses: then some may have been written.
 */
export async function insertDocs(
  collection: Collection<MongoDoc>,
  docs: readonly MongoDoc[],
): Promise<readonly boolean[]> {
  const written: boolean[] = [];
  for (let start = 0; start < docs.length; start += docsAtOnce) {
    written.push(...(await insertChunk(collection, docs.slice(start, start + docsAtOnce))));
  }
  return written;
}

/**
 * An answer can be lost though the insert was done, or is yet to be. Sending it again settles it: whatever its id then
 * turns out to be taken by is ours where it carries our `write`, and somebody else's where not.
 */
async function insertChunk(
  collection: Collection<MongoDoc>,
  docs: readonly MongoDoc[],
): Promise<readonly boolean[]> {
  let answerLost = false;
  for (let attempt = 0; ; attempt += 1) {
    try {
      const taken = await takenOf(collection, docs);
      if (taken.size === 0) return docs.map(() => true);
      const ours = answerLost
        ? await writtenBy(collection, docs[0]!.write, [...taken].map((index) => docs[index]!).map(idOf))
        : new Set<string>();
      return docs.map(({ _id }, index) => !taken.has(index) || ours.has(_id));
    } catch (error) {
      const pause = pauses[attempt];
      if (pause === undefined || !mayWorkAgain(error)) throw error;
      answerLost = true;
      await setTimeout(pause);
    }
  }
}

/** Inserts what can be. @returns the indexes of those whose id is taken. */
async function takenOf(
  collection: Collection<MongoDoc>,
  docs: readonly MongoDoc[],
): Promise<ReadonlySet<number>> {
  try {
    // Copied, because the driver keeps hold of what it was given.
    await collection.insertMany([...docs], { ordered: false });
    return new Set();
  } catch (error) {
    if (!(error instanceof MongoBulkWriteError)) throw error;
    const failed = [error.writeErrors].flat();
    const onlyTaken = failed.length > 0 && failed.every(({ code }) => code === duplicateKey);
    if (!onlyTaken || error.result.getWriteConcernError() !== undefined) throw error;
    return new Set(failed.map(({ index }) => index));
  }
}

async function writtenBy(
  collection: Collection<MongoDoc>,
  write: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = collection.find({ _id: { $in: [...ids] } }, { projection: { _id: 1, write: 1 } });
  const ours = new Set<string>();
  for await (const doc of found) if (doc.write === write) ours.add(idOf(doc));
  return ours;
}

function idOf({ _id }: { readonly _id: string }): string {
  return _id;
}

/** Whether the same command may be answered when it is sent again: the connection broke, or the primary changed. */
export function mayWorkAgain(error: unknown): boolean {
  return (
    error instanceof MongoNetworkError ||
    isBrokenBulk(error) ||
    (error instanceof MongoError && error.hasErrorLabel('RetryableWriteError'))
  );
}

/** The driver wraps whatever ended a bulk write; where no document was refused, it was the connection. */
function isBrokenBulk(error: unknown): boolean {
  return (
    error instanceof MongoBulkWriteError &&
    [error.writeErrors].flat().length === 0 &&
    error.result.getWriteConcernError() === undefined
  );
}
