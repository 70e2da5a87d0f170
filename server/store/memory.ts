import type { CollectionName, CollectionTypes } from './collections.ts';
import { documentText } from './document-text.ts';
import { fieldValues, type FieldValue } from './field-values.ts';
import { endOfPrefix } from './ids.ts';
import { compareValues, entryOrder, fits, type Entry } from './memory-query.ts';
import {
  checkedIds,
  checkedPage,
  checkedRemoval,
  checkedTextField,
  checkedWhere,
  type Filter,
} from './query.ts';
import { SortedIds } from './sorted-ids.ts';
import type { Collection, Doc, Store } from './store.ts';

const pageSize = 500;

/** A store that is gone with the process: for tests and for trying things out. */
export function openMemoryStore(): Store {
  const collections = new Map<CollectionName, Collection<Doc>>();
  return {
    collection<N extends CollectionName>(name: N) {
      let collection = collections.get(name);
      if (collection === undefined) collections.set(name, (collection = memoryCollection(name)));
      return collection as unknown as Collection<CollectionTypes[N]>;
    },
    async close() {
      collections.clear();
    },
  };
}

/** Keeps texts, not objects, so that nobody can change a document that is stored. */
function memoryCollection(name: CollectionName): Collection<Doc> {
  const entries = new Map<string, Entry>();
  const ids = new SortedIds();
  const read = (id: string): Doc | undefined => {
    const entry = entries.get(id);
    return entry === undefined ? undefined : (JSON.parse(entry.text) as Doc);
  };
  const entryOf = (doc: Doc): Entry => ({
    id: doc.id,
    text: documentText(doc),
    fields: new Map(fieldValues(name, doc)),
  });
  const write = (entry: Entry): boolean => {
    if (entries.has(entry.id)) return false;
    entries.set(entry.id, entry);
    ids.add(entry.id);
    return true;
  };
  const fitting = (filter: Filter): Entry[] => [...entries.values()].filter((entry) => fits(entry, filter));
  const drop = (dropped: readonly string[]): number => {
    const there = dropped.filter((id) => entries.delete(id));
    ids.remove(new Set(there));
    return there.length;
  };

  return {
    async insert(doc) {
      return write(entryOf(doc));
    },
    async insertMany(docs) {
      return docs.map(entryOf).map(write);
    },
    async get(id) {
      return read(id);
    },
    async getMany(wanted) {
      return wanted.map(read);
    },
    async startingWith(prefixes) {
      return prefixes.map((prefix) =>
        ids.range(prefix, '', endOfPrefix(prefix), Number.POSITIVE_INFINITY).map((id) => read(id)!),
      );
    },
    async *scan({ prefix = '', after = '' } = {}) {
      const end = endOfPrefix(prefix);
      for (let from = after; ;) {
        const page = ids.range(prefix, from, end, pageSize);
        if (page.length === 0) return;
        for (const id of page) {
          const doc = read(id);
          if (doc !== undefined) yield doc;
        }
        from = page.at(-1)!;
      }
    },
    async last(prefix) {
      const id = ids.lastBefore(endOfPrefix(prefix));
      return id?.startsWith(prefix) === true ? read(id) : undefined;
    },
    async page(request) {
      const query = checkedPage(name, request);
      const found = fitting(query);
      const page = found.toSorted(entryOrder(query.sort)).slice(query.offset, query.offset + query.limit);
      return { docs: page.map(({ id }) => read(id)!), total: found.length };
    },
    async countBy(field, where) {
      checkedTextField(name, field);
      const counts = new Map<FieldValue, number>();
      for (const { fields } of fitting({ conditions: checkedWhere(name, where), contains: undefined })) {
        const value = fields.get(field) ?? null;
        counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      return [...counts]
        .toSorted(([one], [other]) => compareValues(one, other))
        .map(([value, count]) => ({ value: value as string | null, count }));
    },
    async remove(removed) {
      return drop(checkedIds(name, removed));
    },
    async removeWhere(field, value) {
      const filter = { conditions: [checkedRemoval(name, field, value)], contains: undefined };
      return drop(fitting(filter).map(({ id }) => id));
    },
  };
}
