import type { Issue, Period, Run } from '../../schemas/index.ts';
import { decide, type Considered } from '../decisions/decide.ts';
import { publishedModels } from '../models/published.ts';
import { isJudgedByRuns } from './assign.ts';
import type { Change } from '../store/documents.ts';
import type { Store } from '../store/store.ts';

/**
 * Locks a run: a named person answers for it, and nothing of it changes any more. One run of a period can be locked,
 * and only one that was made with the models that hold for the period now.
 * @returns what stands in the way; nothing where it is locked, also by the same request before.
 */
export async function lockRun(store: Store, run: Run, change: Change): Promise<Issue[]> {
  const issues = await decide<Issue[]>(store, run.period.cadence, change, () => consider(store, run, change));
  return issues ?? [];
}

/** That a run of the period is locked already. */
export function periodLocked({ id }: Period): Issue {
  return { code: 'run.locked', severity: 'error', params: { period: id } };
}

async function consider(store: Store, run: Run, change: Change): Promise<Considered<Issue[]>> {
  const present = await store.collection('runLocks').get(run.period.id);
  if (present !== undefined) {
    const isOwn = present.run === run.id && present.change.request === change.request;
    return { answer: isOwn ? [] : [periodLocked(run.period)] };
  }
  if (!run.certificates.every(({ agreed }) => agreed)) return inTheWay('run.disagreed');
  const counts = await store.collection('results').countBy('status', { run: run.id });
  const held = counts.find(({ value }) => value === 'held')?.count ?? 0;
  if (held > 0) return inTheWay('run.held', { count: held });
  return (await isOfToday(store, run)) ? { lock: run.id } : inTheWay('run.modelsChanged');
}

async function isOfToday(store: Store, { period, models }: Run): Promise<boolean> {
  const now = (await publishedModels(store, period)).filter(isJudgedByRuns);
  const hashes = (of: readonly { readonly hash: string }[]) => of.map(({ hash }) => hash).toSorted();
  return JSON.stringify(hashes(now)) === JSON.stringify(hashes(models));
}

function inTheWay(code: string, params?: Issue['params']): Considered<Issue[]> {
  return { answer: [{ code, severity: 'error', ...(params !== undefined && { params }) }] };
}
