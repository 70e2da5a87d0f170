import type { Store } from '../store/store.ts';
import { entryOf, type Recorded } from './audit.ts';

/** How many entries are looked for in one go. */
const chunk = 200;

/** What the log should say of the changes of one kind, told from what is stored. */
export type AuditSource = (store: Store) => AsyncIterable<Recorded>;

/**
 * Writes into the log what is missing there: a process may have ended after it stored a change and before it logged it.
 * Done again, or by several at once, it changes nothing.
 * @returns how many entries were missing.
 */
export async function completeAudit(store: Store, sources: readonly AuditSource[]): Promise<number> {
  let missing = 0;
  for (const source of sources) {
    let waiting: Recorded[] = [];
    for await (const recorded of source(store)) {
      waiting.push(recorded);
      if (waiting.length < chunk) continue;
      missing += await complete(store, waiting);
      waiting = [];
    }
    missing += await complete(store, waiting);
  }
  return missing;
}

async function complete(store: Store, recorded: readonly Recorded[]): Promise<number> {
  const audit = store.collection('audit');
  const entries = recorded.map(entryOf);
  const present = await audit.getMany(entries.map(({ id }) => id));
  const absent = entries.filter((_entry, index) => present[index] === undefined);
  const written = await audit.insertMany(absent);
  return written.filter((isNew) => isNew).length;
}
