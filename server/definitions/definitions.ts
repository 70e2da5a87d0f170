import { hashOf } from '../../engine/index.ts';
import type { Company, Dataset } from '../../schemas/index.ts';
import { recordChange, type Recorded } from '../changes/audit.ts';
import type { Change, StoredDefinition } from '../store/documents.ts';
import type { Store } from '../store/store.ts';

/** The documents that HR defines. */
export interface Defined {
  readonly company: Company;
  readonly dataset: Dataset;
}

export type DefinitionKind = keyof Defined;

/** A definition as it stands now. */
export interface Current<K extends DefinitionKind> {
  readonly key: string;
  readonly hash: string;
  readonly document: Defined[K];
}

/** The same with the number of its line in the list of what is current. */
export type CurrentRevision<K extends DefinitionKind> = Current<K> & { readonly revision: number };

/**
 * Makes a checked document the current one of its kind and key. Documents are kept by hash for ever;
 * what is current is a list that only grows.
 * @returns the document's hash.
 */
export async function adopt<K extends DefinitionKind>(
  store: Store,
  kind: K,
  key: string,
  document: Defined[K],
): Promise<string> {
  const definitions = store.collection('definitions');
  const hash = hashOf(document);
  await definitions.insert({ id: documentId(hash), hash, document });
  const prefix = currentPrefix(kind, key);
  for (;;) {
    const last = await definitions.last(prefix);
    if (last?.hash === hash) return hash;
    const number = last === undefined ? 1 : Number(last.id.slice(prefix.length)) + 1;
    // Somebody else may have taken the number: then look again.
    if (await definitions.insert({ id: prefix + String(number).padStart(6, '0'), hash, document: null }))
      return hash;
  }
}

/** The current definition of a kind and key. */
export async function currentRevision<K extends DefinitionKind>(
  store: Store,
  kind: K,
  key: string,
): Promise<CurrentRevision<K> | undefined> {
  const prefix = currentPrefix(kind, key);
  const last = await store.collection('definitions').last(prefix);
  if (last === undefined) return undefined;
  const document = await definitionByHash(store, kind, last.hash);
  if (document === undefined) throw new Error(`definition ${last.hash} is gone`);
  return { key, hash: last.hash, document, revision: Number(last.id.slice(prefix.length)) };
}

/** Makes a checked document the one after a revision, and logs it. @returns its number; undefined where another came first. */
export async function adoptNext<K extends DefinitionKind>(
  store: Store,
  kind: K,
  key: string,
  document: Defined[K],
  revision: number,
  change: Change,
): Promise<number | undefined> {
  const definitions = store.collection('definitions');
  const hash = hashOf(document);
  await definitions.insert({ id: documentId(hash), hash, document });
  const prefix = currentPrefix(kind, key);
  const before = await definitions.get(prefix + String(revision).padStart(6, '0'));
  const line = { id: prefix + String(revision + 1).padStart(6, '0'), hash, document: null, change };
  await definitions.insert(line);
  // The same request, sent again, finds what it wrote, and logs it as it was written.
  const present = await definitions.get(line.id);
  if (present?.change?.request !== change.request) return undefined;
  await recordChange(store, await entryOf(store, before, { ...line, change: present.change }));
  return revision + 1;
}

/** What the log says of every definition that somebody changed here. */
export async function* definitionEntries(store: Store): AsyncGenerator<Recorded> {
  let before: StoredDefinition | undefined;
  for await (const line of store.collection('definitions').scan({ prefix: 'current/' })) {
    const { change } = line;
    const follows = before !== undefined && recordOf(before) === recordOf(line);
    if (change !== undefined) yield entryOf(store, follows ? before : undefined, { ...line, change });
    before = line;
  }
}

async function entryOf(
  store: Store,
  before: StoredDefinition | undefined,
  { id, hash, change }: Pick<StoredDefinition, 'id' | 'hash'> & { readonly change: Change },
): Promise<Recorded> {
  const kind = id.split('/')[1] as DefinitionKind;
  return {
    change,
    action: before === undefined ? 'create' : 'update',
    resource: kind,
    record: recordOf({ id }),
    before: before === undefined ? null : await definitionByHash(store, kind, before.hash),
    after: await definitionByHash(store, kind, hash),
  };
}

/** The key of a definition, from the id of a line in its list. */
function recordOf({ id }: Pick<StoredDefinition, 'id'>): string {
  return decodeURIComponent(id.split('/')[2] ?? '');
}

/** The document with a hash. */
export async function definitionByHash<K extends DefinitionKind>(
  store: Store,
  _kind: K,
  hash: string,
): Promise<Defined[K] | undefined> {
  const found = await store.collection('definitions').get(documentId(hash));
  return found?.document as Defined[K] | undefined;
}

/** The current definitions of a kind, by key in the order of their letters. */
export async function currentDefinitions<K extends DefinitionKind>(
  store: Store,
  kind: K,
): Promise<CurrentRevision<K>[]> {
  const newest = new Map<string, { readonly hash: string; readonly revision: number }>();
  const prefix = `current/${kind}/`;
  for await (const { id, hash } of store.collection('definitions').scan({ prefix })) {
    const end = id.lastIndexOf('/');
    newest.set(decodeURIComponent(id.slice(prefix.length, end)), {
      hash,
      revision: Number(id.slice(end + 1)),
    });
  }
  const found: CurrentRevision<K>[] = [];
  for (const [key, { hash, revision }] of newest) {
    const document = await definitionByHash(store, kind, hash);
    if (document === undefined) throw new Error(`definition ${hash} is gone`);
    found.push({ key, hash, revision, document });
  }
  return found;
}

function documentId(hash: string): string {
  return `document/${hash}`;
}

function currentPrefix(kind: DefinitionKind, key: string): string {
  return `current/${kind}/${encodeURIComponent(key)}/`;
}
