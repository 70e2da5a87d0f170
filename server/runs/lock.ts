import type { Issue, Period, Run } from '../../schemas/index.ts';
import { recordChange } from '../changes/audit.ts';
import type { Change } from '../store/documents.ts';
import type { Store } from '../store/store.ts';

/**
 * Locks a run: a named person answers for it, and nothing of it changes any more. One run of a period can be locked.
 * @returns what stands in the way; nothing where it is locked, also by the same request before.
 */
export async function lockRun(store: Store, run: Run, change: Change): Promise<Issue[]> {
  const locks = store.collection('runLocks');
  const present = await locks.get(run.period.id);
  if (present !== undefined) {
    if (present.run !== run.id || present.change.request !== change.request) {
      return [periodLocked(run.period)];
    }
    await record(store, run, present.change);
    return [];
  }
  if (!run.certificates.every(({ agreed }) => agreed)) return [{ code: 'run.disagreed', severity: 'error' }];
  const counts = await store.collection('results').countBy('status', { run: run.id });
  const held = counts.find(({ value }) => value === 'held')?.count ?? 0;
  if (held > 0) return [{ code: 'run.held', severity: 'error', params: { count: held } }];
  if (!(await locks.insert({ id: run.period.id, run: run.id, change }))) return [periodLocked(run.period)];
  await record(store, run, change);
  return [];
}

/** That a run of the period is locked already. */
export function periodLocked({ id }: Period): Issue {
  return { code: 'run.locked', severity: 'error', params: { period: id } };
}

function record(store: Store, { id, period, results }: Run, change: Change): Promise<void> {
  return recordChange(store, {
    change,
    action: 'lock',
    resource: 'run',
    record: id,
    before: { state: 'open' },
    after: { state: 'locked', period: period.id, results },
  });
}
