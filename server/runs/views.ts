import type { Caller } from '../../engine/access/can.ts';
import type { ModelUse, ResultView, Run, RunView } from '../../schemas/index.ts';
import { namesOf } from '../people/names.ts';
import type { RunResult } from '../store/documents.ts';
import type { Store } from '../store/store.ts';
import { seesPay } from './without-pay.ts';

/** Runs as the API shows them, in the order given. */
export async function runViews(store: Store, runs: readonly Run[]): Promise<RunView[]> {
  const starts = await store.collection('runStarts').getMany(runs.map(({ id }) => id));
  const locks = await store.collection('runLocks').getMany(runs.map(({ period }) => period.id));
  const held = await Promise.all(
    runs.map(async ({ id }) => {
      const counts = await store.collection('results').countBy('status', { run: id });
      return counts.find(({ value }) => value === 'held')?.count ?? 0;
    }),
  );
  const people = [...starts, ...locks].flatMap((doc) => doc?.change.by ?? []);
  const names = await namesOf(store, people);
  const named = (id: string | null | undefined) =>
    id === null || id === undefined ? null : { id, name: names.get(id) ?? null };
  return runs.map((run, index) => {
    const start = starts[index];
    const periodLock = locks[index];
    const lock = periodLock?.run === run.id ? periodLock : undefined;
    return {
      id: run.id,
      run,
      state: periodLock === undefined ? 'open' : lock === undefined ? 'superseded' : 'locked',
      models: run.models.map((use): ModelUse => ({ ...use })),
      startedBy: named(start?.change.by),
      startedAt: start?.change.at ?? null,
      lockedBy: named(lock?.change.by),
      lockedAt: lock?.change.at ?? null,
      reason: lock?.change.reason ?? null,
      held: held[index]!,
    };
  });
}

/** A run's revision: 2 where it is locked. */
export function runRevision({ state }: RunView): number {
  return state === 'locked' ? 2 : 1;
}

/** Results as the API shows them to somebody; without the pay of those whose pay they may not see. */
export async function resultViews(
  store: Store,
  results: readonly RunResult[],
  caller: Caller | undefined,
): Promise<ResultView[]> {
  const names = await namesOf(
    store,
    results.map(({ subject }) => subject),
  );
  return results.map(({ run, subject, team, role, stage, model, status, grade, result }) => ({
    id: `${run}~${subject}`,
    run,
    person: subject,
    name: names.get(subject) ?? null,
    team,
    role,
    stage,
    model,
    status,
    composite: result.composite,
    grade,
    gradeRule: result.gradeRule ?? null,
    metrics: Object.fromEntries(
      Object.entries(result.metrics).map(([id, { value, score }]) => [id, { value, score }]),
    ),
    actions: result.actions.map(({ rule }) => rule),
    ...(result.pay && seesPay(caller, subject) && { pay: result.pay }),
  }));
}
