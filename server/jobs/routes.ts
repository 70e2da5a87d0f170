import { can, type Caller } from '../../engine/access/can.ts';
import type { Resource } from '../../engine/access/policy.ts';
import type { Issue, JobView } from '../../schemas/index.ts';
import { defineRoute, refuse, type Route } from '../api/route.ts';
import type { Services } from '../api/services.ts';
import { seesFile, withoutCells } from '../imports/private-cells.ts';
import type { JobStatus } from './jobs.ts';
import { jobView } from './views.ts';

const issue = (code: string): Issue => ({ code, severity: 'error' });

const resources: Readonly<Record<JobView['kind'], Resource>> = {
  run: 'run',
  verify: 'run',
  compare: 'comparison',
  compareVersions: 'comparison',
  import: 'import',
};

/** Work that takes long: how far it is. */
export function jobRoutes({ store, jobs }: Services): Route[] {
  const seen = async (id: string | undefined, caller: Caller | undefined) => {
    const status = await jobs.status(id ?? '');
    return status !== undefined && maySee(status, caller) ? status : undefined;
  };
  const shown = async (status: JobStatus, caller: Caller | undefined): Promise<JobView> => {
    const view = await jobView(store, status);
    return seesFile(caller, status.job.change.by) ? view : { ...view, issues: withoutCells(view.issues) };
  };
  return [
    defineRoute<never, JobView>({
      method: 'GET',
      path: '/jobs/:id',
      summary: 'How far a job is',
      allow: 'signedIn',
      answer: 'jobs#job',
      async handle({ params, caller }) {
        const status = await seen(params['id'], caller);
        return status === undefined
          ? refuse(404, issue('request.notFound'))
          : { body: await shown(status, caller) };
      },
    }),
    defineRoute<never, never>({
      method: 'GET',
      path: '/jobs/:id/events',
      summary: 'How far a job is, as it goes on, to its end',
      allow: 'signedIn',
      answer: 'events',
      async handle({ params, caller }) {
        const id = params['id']!;
        if ((await seen(id, caller)) === undefined) return refuse(404, issue('request.notFound'));
        return {
          async *events(signal) {
            for await (const status of jobs.watch(id, signal)) yield shown(status, caller);
          },
        };
      },
    }),
  ];
}

/** One's own jobs, and those of the kind one may read. */
function maySee({ job }: JobStatus, caller: Caller | undefined): boolean {
  return job.change.by === caller?.person || can(caller, 'create', resources[job.request.kind]);
}
