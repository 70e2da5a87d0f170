import type {
  Distribution,
  Issue,
  JobView,
  LockRequest,
  Preflight,
  Run,
  RunRequest,
  RunView,
} from '../../schemas/index.ts';
import { pageOf } from '../api/page-of.ts';
import { defineRoute, refuse, type Route } from '../api/route.ts';
import type { Services } from '../api/services.ts';
import { startJob } from '../jobs/start-job.ts';
import { distributionOf } from './distribution.ts';
import { lockRun, periodLocked } from './lock.ts';
import { periodNow, pinNow, runIdOf } from './pins.ts';
import { runRevision, runViews } from './views.ts';

const issue = (code: string): Issue => ({ code, severity: 'error' });

/** Runs: what they would be made from, starting, locking and verifying them. */
export function runRoutes(services: Services): Route[] {
  const { store } = services;
  const answer = async (run: Run) => {
    const [body] = await runViews(store, [run]);
    return { body: body!, etag: runRevision(body!) };
  };
  const runOf = (id: string | undefined) => store.collection('runs').get(id ?? '');

  return [
    defineRoute<never, Preflight>({
      method: 'GET',
      path: '/preflight',
      summary: 'What a run of a period would be made from, and what stands in its way',
      allow: { action: 'create', resource: 'run' },
      query: { period: 'required' },
      answer: 'runs#preflight',
      refuses: [422],
      async handle({ query }) {
        const found = await services.preflights.of(query['period']!);
        return found.period === undefined ? refuse(422, ...found.issues) : { body: found };
      },
    }),
    defineRoute<never, RunView[]>({
      method: 'GET',
      path: '/runs',
      summary: 'All runs, the newest first',
      allow: { action: 'read', resource: 'run' },
      list: { filters: { period: 'one', state: 'one' }, sorts: ['startedAt'] },
      answer: { listOf: 'runs#run' },
      async handle({ list }) {
        const runs: Run[] = [];
        for await (const run of store.collection('runs').scan()) {
          if (list.filter['period'] === undefined || run.period.id === list.filter['period']) runs.push(run);
        }
        const { period: _period, ...filter } = list.filter;
        return pageOf(await runViews(store, runs), { ...list, filter });
      },
    }),
    defineRoute<never, RunView>({
      method: 'GET',
      path: '/runs/:id',
      summary: 'One run',
      allow: { action: 'read', resource: 'run' },
      answer: 'runs#run',
      async handle({ params }) {
        const run = await runOf(params['id']);
        return run === undefined ? refuse(404, issue('request.notFound')) : answer(run);
      },
    }),
    defineRoute<RunRequest, JobView>({
      method: 'POST',
      path: '/runs',
      summary: 'Run a period; on the same data and models it is the run that is there',
      allow: { action: 'create', resource: 'run' },
      body: 'runs#runRequest',
      answer: 'jobs#job',
      async handle(request) {
        const { period } = request.body;
        // What only the records can tell, the job says: reading them all takes long.
        const now = await periodNow(store, period);
        if ('issues' in now) return refuse(422, ...now.issues);
        const lock = await store.collection('runLocks').get(now.period.id);
        if (lock !== undefined) {
          const pins = await pinNow(store, period);
          if ('issues' in pins || runIdOf(pins) !== lock.run) return refuse(409, periodLocked(now.period));
        }
        return startJob(services, request, { kind: 'run', period });
      },
    }),
    defineRoute<LockRequest, RunView>({
      method: 'POST',
      path: '/runs/:id/lock',
      summary: 'Confirm a run: from now on nothing of it changes',
      allow: { action: 'lock', resource: 'run' },
      ifMatch: true,
      body: 'runs#lockRequest',
      answer: 'runs#run',
      async handle({ params, body, ifMatch, change }) {
        const run = await runOf(params['id']);
        if (run === undefined) return refuse(404, issue('request.notFound'));
        if (ifMatch !== '1') return refuse(412, issue('request.stale'));
        const issues = await lockRun(store, run, change(body.reason));
        return issues.length > 0 ? refuse(409, ...issues) : answer(run);
      },
    }),
    defineRoute<never, JobView>({
      method: 'POST',
      path: '/runs/:id/verification',
      summary: 'Compute a run again from what it pinned, and compare every byte',
      allow: { action: 'verify', resource: 'run' },
      answer: 'jobs#job',
      async handle(request) {
        const run = await runOf(request.params['id']);
        if (run === undefined) return refuse(404, issue('request.notFound'));
        return startJob(services, request, { kind: 'verify', run: run.id });
      },
    }),
    defineRoute<never, Distribution>({
      method: 'GET',
      path: '/runs/:id/distribution',
      summary: 'How many of each grade, by model, stage and team',
      allow: { action: 'read', resource: 'result' },
      answer: 'runs#distribution',
      async handle({ params, caller }) {
        const run = await runOf(params['id']);
        if (run === undefined) return refuse(404, issue('request.notFound'));
        return { body: await distributionOf(store, run.id, caller) };
      },
    }),
  ];
}
