import { can, reachOf, type Caller } from '../../engine/access/can.ts';
import type { Issue, ResultView, SourceRows, Statement } from '../../schemas/index.ts';
import { defineRoute, refuse, type Route } from '../api/route.ts';
import type { Services } from '../api/services.ts';
import { personsCalled } from '../people/names.ts';
import { both, reachable } from './reach.ts';
import { resultId } from './stored-results.ts';
import { sourceRows } from './source-rows.ts';
import { statementOf } from './statement-of.ts';
import { resultViews } from './views.ts';

const issue = (code: string): Issue => ({ code, severity: 'error' });

/** Results, and the statements that explain them; of whom the reader may see. */
export function resultRoutes({ store }: Services): Route[] {
  const read = async (id: string | undefined, caller: Caller | undefined) => {
    const [, run = '', person = ''] = /^(.*?)~(.*)$/s.exec(id ?? '') ?? [];
    const result = await store.collection('results').get(resultId(run, person));
    const stored = result === undefined ? undefined : await store.collection('runs').get(run);
    if (result === undefined || stored === undefined) {
      // Who may see some only is not told who else there is.
      const seesAll = reachOf(caller, 'read', 'result')?.scope === 'all';
      return seesAll ? refuse(404, issue('request.notFound')) : refuse(403, issue('access.denied'));
    }
    const about = { person: result.subject, team: result.team };
    return can(caller, 'read', 'result', about)
      ? { result, run: stored }
      : refuse(403, issue('access.denied'));
  };
  return [
    defineRoute<never, ResultView[]>({
      method: 'GET',
      path: '/results',
      summary: 'The results of a run',
      allow: { action: 'read', resource: 'result' },
      list: {
        filters: {
          run: 'one',
          team: 'many',
          stage: 'many',
          model: 'many',
          grade: 'many',
          status: 'many',
          person: 'many',
          q: 'one',
        },
        required: ['run'],
        sorts: ['composite', 'grade', 'team', 'person'],
      },
      answer: { listOf: 'runs#result' },
      refuses: [404],
      async handle({ list: { filter, sort, offset, limit }, caller }) {
        const { q, person, ...fields } = filter;
        const run = await store.collection('runs').get(String(filter['run']));
        if (run === undefined) return refuse(404, issue('request.notFound'));
        const called = q === undefined ? {} : { subject: await personsCalled(store, String(q)) };
        const wanted = both({ ...fields, ...(person !== undefined && { subject: person }) }, called);
        const reach = reachable(caller);
        const where = wanted === undefined || reach === undefined ? undefined : both(wanted, reach);
        if (where === undefined) return { body: [], total: 0 };
        const field = sort.field === 'person' ? 'subject' : sort.field;
        const { docs, total } = await store
          .collection('results')
          .page({ where, sort: { field, descending: sort.descending }, offset, limit });
        return { body: await resultViews(store, docs, caller), total };
      },
    }),
    defineRoute<never, ResultView>({
      method: 'GET',
      path: '/results/:id',
      summary: 'One result',
      allow: { action: 'read', resource: 'result' },
      answer: 'runs#result',
      async handle({ params, caller }) {
        const found = await read(params['id'], caller);
        if ('refused' in found) return found;
        const [body] = await resultViews(store, [found.result], caller);
        return { body: body! };
      },
    }),
    defineRoute<never, Statement>({
      method: 'GET',
      path: '/statements/:id',
      summary: 'One person’s result with all it takes to follow and recompute it',
      allow: { action: 'read', resource: 'statement' },
      answer: 'runs#statement',
      async handle({ params, caller }) {
        const found = await read(params['id'], caller);
        return 'refused' in found
          ? found
          : { body: await statementOf(store, found.run, found.result, caller) };
      },
    }),
    defineRoute<never, SourceRows>({
      method: 'GET',
      path: '/statements/:id/rows',
      summary: 'The records that a measure of it was made from',
      allow: { action: 'read', resource: 'statement' },
      query: { measure: 'required' },
      answer: 'runs#sourceRows',
      async handle({ params, query, caller }) {
        const found = await read(params['id'], caller);
        if ('refused' in found) return found;
        const rows = await sourceRows(store, found.run, found.result, query['measure']!, caller!);
        return rows === undefined ? refuse(404, issue('request.notFound')) : { body: rows };
      },
    }),
  ];
}
