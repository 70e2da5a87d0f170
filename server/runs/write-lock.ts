import type { Run } from '../../schemas/index.ts';
import { recordChange, type Recorded } from '../changes/audit.ts';
import type { Change } from '../store/documents.ts';
import type { Store } from '../store/store.ts';

/** Writes that a run is locked, and logs it. @returns false where another run of the period is. */
export async function writeLock(store: Store, run: Run, change: Change): Promise<boolean> {
  const locks = store.collection('runLocks');
  await locks.insert({ id: run.period.id, run: run.id, change });
  const present = await locks.get(run.period.id);
  if (present?.run !== run.id) return false;
  await recordChange(store, entryOf(run, present.change));
  return present.change.request === change.request;
}

/** What the log says of every lock. */
export async function* lockEntries(store: Store): AsyncGenerator<Recorded> {
  for await (const lock of store.collection('runLocks').scan()) {
    const run = await store.collection('runs').get(lock.run);
    if (run !== undefined) yield entryOf(run, lock.change);
  }
}

function entryOf({ id, period, results }: Run, change: Change): Recorded {
  return {
    change,
    action: 'lock',
    resource: 'run',
    record: id,
    before: { state: 'open' },
    after: { state: 'locked', period: period.id, results },
  };
}
