import { recordChange, type Recorded } from '../changes/audit.ts';
import type { Commit } from '../store/documents.ts';
import type { Store } from '../store/store.ts';
import { commitId } from './commits.ts';
import { revisionOf } from './current-record.ts';

/** Writes a commit into the log. */
export async function recordCommit(store: Store, commit: number): Promise<void> {
  const found = await store.collection('imports').get(commitId(commit));
  const entry = found === undefined ? undefined : await entryOf(store, found);
  if (entry !== undefined) await recordChange(store, entry);
}

/** What the log says of every commit; nothing of those that nobody asked for here. */
export async function* commitEntries(store: Store): AsyncGenerator<Recorded> {
  for await (const commit of store.collection('imports').scan()) {
    const entry = await entryOf(store, commit);
    if (entry !== undefined) yield entry;
  }
}

async function entryOf(store: Store, commit: Commit): Promise<Recorded | undefined> {
  const { change, entry, import: id, dataset, file, counts } = commit;
  if (change === undefined || entry === undefined) return undefined;
  const { action, resource, before } = entry;
  if (resource === 'import') {
    const { rows, added, changed, unchanged, rejected } = counts;
    const after = { dataset, sha256: file.sha256, rows, added, changed, unchanged, rejected };
    return { change, action, resource, record: id, before, after };
  }
  if (entry.record !== null && entry.after !== null) {
    return { change, action, resource, record: entry.record, before, after: entry.after };
  }
  const made = await revisionOf(store, id);
  if (made === undefined) return undefined;
  const record = entry.record ?? `${made.dataset}~${made.key}`;
  return { change, action, resource, record, before, after: { hash: made.hash } };
}
