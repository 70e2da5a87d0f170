import type { JobView } from '../../schemas/index.ts';
import { namesOf } from '../people/names.ts';
import type { Store } from '../store/store.ts';
import type { JobStatus } from './jobs.ts';

/** A job as the API shows it. */
export async function jobView(store: Store, { job, state, progress, outcome }: JobStatus): Promise<JobView> {
  const { by, at } = job.change;
  const names = await namesOf(store, by === null ? [] : [by]);
  return {
    id: job.id,
    kind: job.request.kind,
    state,
    progress,
    at,
    by: by === null ? null : { id: by, name: names.get(by) ?? null },
    issues: [...(outcome?.issues ?? [])],
    made: outcome?.made ?? null,
    report: { ...outcome?.report },
  };
}
