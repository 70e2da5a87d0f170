import { canSee, type Caller } from '../../engine/access/can.ts';
import type {
  Issue,
  JobView,
  SideBySide,
  VersionComparisonRequest,
  VersionComparisonView,
  VersionMovementView,
} from '../../schemas/index.ts';
import { isLanguage } from '../../locales/index.ts';
import { pageOf } from '../api/page-of.ts';
import { defineRoute, refuse, type Route } from '../api/route.ts';
import type { Services } from '../api/services.ts';
import { startJob } from '../jobs/start-job.ts';
import { namesOf } from '../people/names.ts';
import type { VersionComparison, VersionMovement } from '../store/documents.ts';
import { periodsOf, versionsOf } from './compare.ts';
import { sideBySide } from './side-by-side.ts';
import { staleReasons } from './stale.ts';

const issue = (code: string): Issue => ({ code, severity: 'error' });

/** Two versions of a model side by side on stored data; of a draft and what is in force: its impact report. */
export function versionComparisonRoutes(services: Services): Route[] {
  const { store } = services;
  const viewOf = async (
    comparison: VersionComparison,
    caller: Caller | undefined,
  ): Promise<VersionComparisonView> => {
    const { change, cost, key: _key, data: _data, ...rest } = comparison;
    const names = await namesOf(store, change.by === null ? [] : [change.by]);
    return {
      // Comparisons made before groups could be declared have none.
      fairness: [],
      ...structuredClone(rest),
      cost: seesPay(caller) ? structuredClone(cost) : null,
      at: change.at,
      by: change.by === null ? null : { id: change.by, name: names.get(change.by) ?? null },
      stale: await staleReasons(store, comparison),
    } as VersionComparisonView;
  };
  return [
    defineRoute<VersionComparisonRequest, JobView>({
      method: 'POST',
      path: '/version-comparisons',
      summary: 'Compare two versions of a model on stored data',
      allow: { action: 'create', resource: 'comparison' },
      body: 'version-comparisons#request',
      answer: 'jobs#job',
      refuses: [404, 422],
      async handle(request) {
        const { body } = request;
        const asked = await versionsOf(store, body);
        if ('issues' in asked) {
          const isUnknown = asked.issues.some(({ code }) => code === 'request.notFound');
          return refuse(isUnknown ? 404 : 422, ...asked.issues);
        }
        const periods = await periodsOf(store, body.periods, asked.after.document);
        if ('issues' in periods) return refuse(422, ...periods.issues);
        return startJob(services, request, { kind: 'compareVersions', order: body });
      },
    }),
    defineRoute<never, VersionComparisonView[]>({
      method: 'GET',
      path: '/version-comparisons',
      summary: 'The comparisons of versions that were made, the newest first',
      allow: { action: 'read', resource: 'comparison' },
      list: { filters: { key: 'one', after: 'one' }, sorts: ['at'] },
      answer: { listOf: 'version-comparisons#comparison' },
      async handle({ list, caller }) {
        const found: VersionComparison[] = [];
        const { key, after } = list.filter;
        for await (const comparison of store.collection('versionComparisons').scan()) {
          if (key !== undefined && comparison.key !== key) continue;
          if (after !== undefined && comparison.after.version !== after) continue;
          found.push(comparison);
        }
        const views = await Promise.all(found.map((comparison) => viewOf(comparison, caller)));
        return pageOf(views, { ...list, filter: {} });
      },
    }),
    defineRoute<never, VersionComparisonView>({
      method: 'GET',
      path: '/version-comparisons/:id',
      summary: 'One comparison of versions',
      allow: { action: 'read', resource: 'comparison' },
      answer: 'version-comparisons#comparison',
      async handle({ params, caller }) {
        const found = await store.collection('versionComparisons').get(params['id'] ?? '');
        return found === undefined
          ? refuse(404, issue('request.notFound'))
          : { body: await viewOf(found, caller) };
      },
    }),
    defineRoute<never, VersionMovementView[]>({
      method: 'GET',
      path: '/version-movements',
      summary: 'Whom a version moves',
      allow: { action: 'read', resource: 'comparison' },
      list: {
        filters: { comparison: 'one', period: 'one', move: 'many', team: 'many' },
        required: ['comparison'],
        sorts: ['size', 'delta', 'team'],
      },
      answer: { listOf: 'version-comparisons#movement' },
      refuses: [404],
      async handle({ list: { filter, sort, offset, limit }, caller }) {
        const comparison = String(filter['comparison']);
        if ((await store.collection('versionComparisons').get(comparison)) === undefined) {
          return refuse(404, issue('request.notFound'));
        }
        const { docs, total } = await store
          .collection('versionMovements')
          .page({ where: filter, sort, offset, limit });
        const names = await namesOf(
          store,
          docs.map(({ subject }) => subject),
        );
        return {
          body: docs.map((doc) => movementView(doc, names.get(doc.subject) ?? null, seesPay(caller))),
          total,
        };
      },
    }),
    defineRoute<never, SideBySide>({
      method: 'GET',
      path: '/version-movements/:id/statements',
      summary: 'How somebody’s grade comes about by both versions, line by line',
      allow: { action: 'read', resource: 'comparison' },
      query: { language: 'required' },
      answer: 'version-comparisons#sideBySide',
      refuses: [400, 404, 409],
      async handle({ params, query, caller }) {
        const language = query['language'] ?? '';
        if (!isLanguage(language)) return refuse(400, issue('request.query'));
        const [id = '', period = '', ...rest] = (params['id'] ?? '').split('~');
        const comparison = await store.collection('versionComparisons').get(id);
        const movement = await store
          .collection('versionMovements')
          .get(`${id}/${period}/${encodeURIComponent(rest.join('~'))}`);
        if (comparison === undefined || movement === undefined) return refuse(404, issue('request.notFound'));
        const sides = await sideBySide(store, comparison, movement, language, seesPay(caller));
        return 'issues' in sides ? refuse(409, ...sides.issues) : { body: { ...sides, id: params['id']! } };
      },
    }),
  ];
}

function seesPay(caller: Caller | undefined): boolean {
  return caller !== undefined && canSee(caller, 'pay', undefined);
}

function movementView(doc: VersionMovement, name: string | null, withPay: boolean): VersionMovementView {
  const { comparison, period, subject, team, before, after, move, exact, payDelta, shares, flip } = doc;
  const side = (result: VersionMovement['before']) => {
    if (result === null) return null;
    const { pay: _pay, ...rest } = result;
    return withPay ? { ...result } : rest;
  };
  return {
    id: `${comparison}~${period}~${subject}`,
    comparison,
    period,
    subject,
    name,
    team: team === '' ? null : team,
    before: side(before),
    after: side(after),
    move,
    delta: exact,
    ...(withPay && { payDelta }),
    shares: shares === null ? null : shares.map((share) => ({ ...share })),
    flip: flip === null ? null : [...flip],
  };
}
