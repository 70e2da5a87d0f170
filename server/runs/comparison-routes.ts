import { partsOf } from '../../engine/index.ts';
import type { ComparisonRequest, ComparisonView, Issue, JobView, MovementView } from '../../schemas/index.ts';
import { pageOf } from '../api/page-of.ts';
import { defineRoute, refuse, type Route } from '../api/route.ts';
import type { Services } from '../api/services.ts';
import { startJob } from '../jobs/start-job.ts';
import { namesOf } from '../people/names.ts';
import type { Comparison } from '../store/documents.ts';

const issue = (code: string): Issue => ({ code, severity: 'error' });

/** Two runs of a period side by side: who moved, by how much, and why. */
export function comparisonRoutes(services: Services): Route[] {
  const { store } = services;
  const viewOf = async (comparison: Comparison): Promise<ComparisonView> => {
    const run = await store.collection('runs').get(comparison.before);
    const { grades, ...rest } = comparison;
    return { ...rest, causes: { ...rest.causes }, grades: [...grades], period: run?.period.id ?? '' };
  };
  return [
    defineRoute<ComparisonRequest, JobView>({
      method: 'POST',
      path: '/comparisons',
      summary: 'Compare two runs of a period',
      allow: { action: 'create', resource: 'comparison' },
      body: 'runs#comparisonRequest',
      answer: 'jobs#job',
      refuses: [404],
      async handle(request) {
        const { before, after } = request.body;
        const [a, b] = await store.collection('runs').getMany([before, after]);
        if (a === undefined || b === undefined) return refuse(404, issue('request.notFound'));
        if (a.period.id !== b.period.id || before === after) return refuse(422, issue('comparison.periods'));
        return startJob(services, request, { kind: 'compare', before, after });
      },
    }),
    defineRoute<never, ComparisonView[]>({
      method: 'GET',
      path: '/comparisons',
      summary: 'All comparisons that were made',
      allow: { action: 'read', resource: 'comparison' },
      list: { filters: { period: 'one', before: 'one', after: 'one' }, sorts: ['id'] },
      answer: { listOf: 'runs#comparison' },
      async handle({ list }) {
        const views: ComparisonView[] = [];
        for await (const comparison of store.collection('comparisons').scan())
          views.push(await viewOf(comparison));
        return pageOf(views, list);
      },
    }),
    defineRoute<never, ComparisonView>({
      method: 'GET',
      path: '/comparisons/:id',
      summary: 'One comparison',
      allow: { action: 'read', resource: 'comparison' },
      answer: 'runs#comparison',
      async handle({ params }) {
        const found = await store.collection('comparisons').get(params['id'] ?? '');
        return found === undefined ? refuse(404, issue('request.notFound')) : { body: await viewOf(found) };
      },
    }),
    defineRoute<never, MovementView[]>({
      method: 'GET',
      path: '/movements',
      summary: 'How everybody moved between two runs',
      allow: { action: 'read', resource: 'comparison' },
      list: {
        filters: { comparison: 'one', cause: 'many', gradeMove: 'many', team: 'many' },
        required: ['comparison'],
        sorts: ['size', 'delta', 'team'],
      },
      answer: { listOf: 'runs#movement' },
      refuses: [404],
      async handle({ list: { filter, sort, offset, limit } }) {
        const comparison = String(filter['comparison']);
        if ((await store.collection('comparisons').get(comparison)) === undefined) {
          return refuse(404, issue('request.notFound'));
        }
        const { docs, total } = await store
          .collection('movements')
          .page({ where: filter, sort, offset, limit });
        const names = await namesOf(
          store,
          docs.map(({ subject }) => subject),
        );
        const body = docs.map(
          ({ subject, before, after, size: _size, metrics, ...movement }): MovementView => ({
            ...movement,
            id: `${comparison}~${subject}`,
            person: subject,
            name: names.get(subject) ?? null,
            before,
            after,
            delta: partsOf(before?.composite ?? null, null, after?.composite ?? null).delta,
            metrics: [...metrics],
          }),
        );
        return { body, total };
      },
    }),
  ];
}
