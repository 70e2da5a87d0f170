import type { DatasetView, Issue } from '../../schemas/index.ts';
import { pageOf } from '../api/page-of.ts';
import { defineRoute, refuse, type Route } from '../api/route.ts';
import type { Services } from '../api/services.ts';
import { currentDefinitions } from '../definitions/definitions.ts';
import { lastImports } from '../records/last-imports.ts';
import type { Store } from '../store/store.ts';

/** What tables of records there are. */
export function datasetRoutes({ store }: Services): Route[] {
  return [
    defineRoute<never, DatasetView[]>({
      method: 'GET',
      path: '/datasets',
      summary: 'All datasets, and when something was last imported into them',
      allow: { action: 'read', resource: 'dataset' },
      list: { filters: {}, sorts: ['id'] },
      answer: { listOf: 'data#dataset' },
      handle: async ({ list }) => pageOf(await datasetViews(store), list),
    }),
    defineRoute<never, DatasetView>({
      method: 'GET',
      path: '/datasets/:id',
      summary: 'One dataset',
      allow: { action: 'read', resource: 'dataset' },
      answer: 'data#dataset',
      async handle({ params }) {
        const body = (await datasetViews(store)).find(({ id }) => id === params['id']);
        const missing: Issue = { code: 'request.notFound', severity: 'error' };
        return body === undefined ? refuse(404, missing) : { body, etag: body.revision };
      },
    }),
  ];
}

/** Every dataset as it stands. */
export async function datasetViews(store: Store): Promise<DatasetView[]> {
  const last = await lastImports(store);
  return (await currentDefinitions(store, 'dataset')).map(({ key, hash, document, revision }) => ({
    id: key,
    revision,
    document,
    hash,
    imports: last.get(key)?.imports ?? 0,
    last: last.get(key)?.note ?? null,
  }));
}
