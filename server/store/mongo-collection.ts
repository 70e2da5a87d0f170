import { randomBytes } from 'node:crypto';
import type { Collection as DriverCollection } from 'mongodb';
import type { CollectionName } from './collections.ts';
import { endOfPrefix } from './ids.ts';
import { mongoDoc, mongoFilter, mongoSort, textOnly, type MongoDoc } from './mongo-query.ts';
import { scanDocs } from './mongo-scan.ts';
import { insertDocs } from './mongo-write.ts';
import { checkedIds, checkedPage, checkedRemoval, checkedTextField, checkedWhere } from './query.ts';
import type { Collection, Doc } from './store.ts';
import { compareTexts } from './text-order.ts';

/** How many ids or prefixes one command asks for. */
const idsAtOnce = 1000;

/** A collection in one of the database's own. */
export function mongoCollection(
  collection: DriverCollection<MongoDoc>,
  name: CollectionName,
): Collection<Doc> {
  const insertMany = async (docs: readonly Doc[]): Promise<readonly boolean[]> => {
    const write = randomBytes(12).toString('base64url');
    const firsts = new Map<string, number>();
    const rows = docs.map((doc, index) => {
      if (!firsts.has(doc.id)) firsts.set(doc.id, index);
      return mongoDoc(name, doc, write);
    });
    // Of two with one id only the first is sent: which of them had it could not be told from `write`.
    const sent = [...firsts.values()];
    const written = await insertDocs(
      collection,
      sent.map((index) => rows[index]!),
    );
    const free = new Set(sent.filter((_, position) => written[position]));
    return docs.map((_, index) => free.has(index));
  };

  return {
    async insert(doc) {
      return (await insertMany([doc]))[0]!;
    },
    insertMany,
    async get(id) {
      const found = await collection.findOne({ _id: { $eq: id } }, { projection: textOnly });
      return found === null ? undefined : parse(found);
    },
    async getMany(ids) {
      const found = new Map<string, string>();
      for (const part of parts([...new Set(ids)])) {
        const docs = collection.find({ _id: { $in: part } }, { projection: { _id: 1, doc: 1 } });
        for await (const { _id, doc } of docs) found.set(_id, doc);
      }
      return ids.map((id) => {
        const doc = found.get(id);
        return doc === undefined ? undefined : (JSON.parse(doc) as Doc);
      });
    },
    async startingWith(prefixes) {
      const groups = new Map<string, Doc[]>(prefixes.map((prefix) => [prefix, []]));
      for (const part of parts([...groups.keys()])) {
        const ranges = part.map((prefix) => ({ _id: { $gte: prefix, $lt: endOfPrefix(prefix) } }));
        const found = await collection.find({ $or: ranges }, { projection: textOnly }).toArray();
        const docs = found.map(parse).toSorted((one, other) => compareTexts(one.id, other.id));
        const lengths = [...new Set(part.map((prefix) => prefix.length))];
        for (const doc of docs) {
          for (const length of lengths) {
            if (length <= doc.id.length) groups.get(doc.id.slice(0, length))?.push(doc);
          }
        }
      }
      return prefixes.map((prefix) => groups.get(prefix)!);
    },
    scan({ prefix = '', after = '' } = {}) {
      return scanDocs(collection, prefix, after);
    },
    async last(prefix) {
      const range = { _id: { $gte: prefix, $lt: endOfPrefix(prefix) } };
      const found = await collection.findOne(range, { projection: textOnly, sort: { _id: -1 } });
      return found === null ? undefined : parse(found);
    },
    async page(request) {
      const query = checkedPage(name, request);
      const filter = mongoFilter(query);
      const total = await collection.countDocuments(filter);
      // The database takes a limit of 0 for none.
      if (query.limit === 0) return { docs: [], total };
      const found = collection
        .find(filter, { projection: textOnly, sort: mongoSort(query) })
        .skip(query.offset)
        .limit(query.limit);
      return { docs: (await found.toArray()).map(parse), total };
    },
    async countBy(field, where) {
      checkedTextField(name, field);
      const filter = mongoFilter({ conditions: checkedWhere(name, where), contains: undefined });
      const groups = await collection
        .aggregate<{ _id: string | null; count: number }>([
          { $match: filter },
          { $group: { _id: `$${field}`, count: { $sum: 1 } } },
        ])
        .toArray();
      return groups
        .map(({ _id, count }) => ({ value: _id, count }))
        .toSorted((one, other) =>
          one.value === null || other.value === null
            ? Number(one.value !== null) - Number(other.value !== null)
            : compareTexts(one.value, other.value),
        );
    },
    async remove(ids) {
      let removed = 0;
      for (const part of parts(checkedIds(name, ids))) {
        removed += (await collection.deleteMany({ _id: { $in: part } })).deletedCount;
      }
      return removed;
    },
    async removeWhere(field, value) {
      const condition = checkedRemoval(name, field, value);
      return (await collection.deleteMany(mongoFilter({ conditions: [condition], contains: undefined })))
        .deletedCount;
    },
  };
}

function parse({ doc }: { readonly doc: string }): Doc {
  return JSON.parse(doc) as Doc;
}

function parts<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / idsAtOnce) }, (_, index) =>
    items.slice(index * idsAtOnce, (index + 1) * idsAtOnce),
  );
}
