import type { Recorded } from '../changes/audit.ts';
import type { Change, StoredPerson } from '../store/documents.ts';
import type { Store } from '../store/store.ts';

/** A person as somebody changed them. */
export interface ChangedPerson extends StoredPerson {
  readonly change: Change;
}

/** What the log says of a change: that, not what. Names stand in one place only, so that they can be erased. */
export function entryOf({ person, revision, change }: ChangedPerson): Recorded {
  return {
    change,
    action: 'update',
    resource: 'person',
    record: person,
    before: { revision: revision - 1 },
    after: { revision, changed: ['name'] },
  };
}

/** What the log says of every person's last change. */
export async function* personEntries(store: Store): AsyncGenerator<Recorded> {
  for await (const person of store.collection('people').scan()) {
    const { change } = person;
    if (change !== undefined) yield entryOf({ ...person, change });
  }
}

/** Removes names that somebody changed, where that was broken off before the old one was gone. @returns how many. */
export async function clearOldNames(store: Store): Promise<number> {
  const people = store.collection('people');
  const old: string[] = [];
  let before: StoredPerson | undefined;
  for await (const person of people.scan()) {
    if (before?.person === person.person) old.push(before.id);
    before = person;
  }
  return old.length === 0 ? 0 : people.remove(old);
}
