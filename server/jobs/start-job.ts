import type { JobRequest, JobView } from '../../schemas/index.ts';
import type { Answer, RouteRequest } from '../api/route.ts';
import type { Services } from '../api/services.ts';
import { jobView } from './views.ts';

/** Asks for work to be done, and answers with where to see it. */
export async function startJob(
  { store, jobs }: Services,
  { newId, change }: Pick<RouteRequest<unknown>, 'newId' | 'change'>,
  request: JobRequest,
  reason?: string,
): Promise<Answer<JobView>> {
  const id = await jobs.start(newId(), request, change(reason));
  const status = await jobs.status(id);
  if (status === undefined) throw new Error(`job ${id} is gone`);
  return { body: await jobView(store, status) };
}
