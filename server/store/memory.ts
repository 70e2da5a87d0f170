import { assertIndexed, type CollectionName, type CollectionTypes } from './collections.ts';
import { documentText } from './document-text.ts';
import { endOfPrefix } from './ids.ts';
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
  const texts = new Map<string, string>();
  const ids = new SortedIds();
  const read = (id: string): Doc | undefined => {
    const text = texts.get(id);
    return text === undefined ? undefined : (JSON.parse(text) as Doc);
  };
  const write = (id: string, text: string): boolean => {
    if (texts.has(id)) return false;
    texts.set(id, text);
    ids.add(id);
    return true;
  };

  return {
    async insert(doc) {
      return write(doc.id, documentText(doc));
    },
    async insertMany(docs) {
      const written = docs.map((doc) => [doc.id, documentText(doc)] as const);
      return written.map(([id, text]) => write(id, text));
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
    async removeWhere(field, value) {
      assertIndexed(name, field);
      const removed = [...texts.keys()].filter(
        (id) => (read(id) as unknown as Record<string, unknown>)[field] === value,
      );
      for (const id of removed) texts.delete(id);
      ids.remove(new Set(removed));
      return removed.length;
    },
  };
}
