import { measuring } from '../../engine/index.ts';
import type { EarlierRun, Model, Period, Result, Run } from '../../schemas/index.ts';
import type { Store } from '../store/store.ts';
import { resultsOfRun } from './stored-results.ts';

/** The stored runs whose results these models take over a period, as they stand now. */
export async function earlierNow(
  store: Store,
  models: readonly Model[],
  period: Period,
): Promise<EarlierRun[]> {
  const asked = new Map(
    models.flatMap((model) => measuring(model, [], period).runs).map((one) => [keyOf(one), one]),
  );
  const found: EarlierRun[] = [];
  for (const [, one] of [...asked].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const run = await runOf(store, one);
    if (run !== undefined) found.push({ ...one, run: run.id, results: run.results });
  }
  return found;
}

/** The results of pinned runs, by the run that was asked for and by what they are stored under. */
export async function resultsOfEarlier(
  store: Store,
  earlier: readonly EarlierRun[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, Result>>> {
  const byRun = new Map<string, Map<string, Result>>();
  for (const { run } of earlier) {
    if (byRun.has(run)) continue;
    const results = new Map<string, Result>();
    for await (const { subject, result } of resultsOfRun(store, run)) results.set(subject, result);
    byRun.set(run, results);
  }
  return new Map(earlier.map((one) => [keyOf(one), byRun.get(one.run)!]));
}

/** Names a run that is asked for. */
export function keyOf({ period, runs }: Pick<EarlierRun, 'period' | 'runs'>): string {
  return `${period} ${runs}`;
}

/** The locked run of a period; where none is, and it need not be, the one that was started last. */
async function runOf(
  store: Store,
  { period, runs }: Pick<EarlierRun, 'period' | 'runs'>,
): Promise<Run | undefined> {
  const lock = await store.collection('runLocks').get(period);
  if (lock !== undefined) return store.collection('runs').get(lock.run);
  if (runs === 'locked') return undefined;
  let latest: { readonly run: Run; readonly at: string } | undefined;
  for await (const run of store.collection('runs').scan()) {
    if (run.period.id !== period) continue;
    const at = (await store.collection('runStarts').get(run.id))?.change.at ?? '';
    if (latest === undefined || at > latest.at) latest = { run, at };
  }
  return latest?.run;
}
