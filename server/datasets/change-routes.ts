import type { Dataset, DatasetChange, DatasetView, Issue } from '../../schemas/index.ts';
import { canSee, type Caller } from '../../engine/access/can.ts';
import { defineRoute, refuse, type Route } from '../api/route.ts';
import type { Services } from '../api/services.ts';
import { adoptNext, currentRevision } from '../definitions/definitions.ts';
import { lastCommit } from '../records/commits.ts';
import { recordsAsOf } from '../records/records-as-of.ts';
import type { Store } from '../store/store.ts';
import { changeIssues } from './check-change.ts';
import { checkDataset } from './check-dataset.ts';
import { datasetViews } from './routes.ts';

const issue = (code: string, pointer?: string): Issue => ({
  code,
  severity: 'error',
  ...(pointer !== undefined && { pointer }),
});

/** Tables of records that HR makes and changes; every document that was ever in force is kept by its hash. */
export function datasetChangeRoutes({ store }: Services): Route[] {
  return [
    defineRoute<DatasetChange, DatasetView>({
      method: 'POST',
      path: '/datasets',
      summary: 'A new dataset',
      allow: { action: 'create', resource: 'dataset' },
      body: 'data#datasetChange',
      answer: 'data#dataset',
      refuses: [409, 422],
      async handle({ body, change }) {
        const issues = checkDataset(body.document);
        if (issues.length > 0) return refuse(422, ...issues);
        const document = body.document as unknown as Dataset;
        const by = change(body.reason);
        const made = await adoptNext(store, 'dataset', document.id, document, 0, by);
        return made === undefined
          ? refuse(409, { ...issue('dataset.idTaken', '/id'), params: { id: document.id } })
          : answered(store, document.id);
      },
    }),
    defineRoute<DatasetChange, DatasetView>({
      method: 'PUT',
      path: '/datasets/:id',
      summary: 'Change a dataset; what its records need stays',
      allow: { action: 'update', resource: 'dataset' },
      ifMatch: true,
      body: 'data#datasetChange',
      answer: 'data#dataset',
      refuses: [403, 422],
      async handle({ params, body, ifMatch, change, caller }) {
        const id = params['id'] ?? '';
        const current = await currentRevision(store, 'dataset', id);
        if (current === undefined) return refuse(404, issue('request.notFound'));
        if (ifMatch !== String(current.revision)) return refuse(412, issue('request.stale'));
        const issues = checkDataset(body.document);
        if (issues.length > 0) return refuse(422, ...issues);
        const document = body.document as unknown as Dataset;
        if (document.id !== id) return refuse(422, issue('dataset.idFixed', '/id'));
        const opened = openedColumns(current.document, document, caller);
        if (opened.length > 0) {
          return refuse(403, { ...issue('dataset.sensitivityKept'), params: { columns: opened.join(', ') } });
        }
        const misfits = (await hasRecords(store, id)) ? changeIssues(current.document, document) : [];
        if (misfits.length > 0) return refuse(422, ...misfits);
        const made = await adoptNext(store, 'dataset', id, document, current.revision, change(body.reason));
        return made === undefined ? refuse(412, issue('request.stale')) : answered(store, id);
      },
    }),
  ];
}

async function answered(store: Store, id: string) {
  const body = (await datasetViews(store)).find((view) => view.id === id)!;
  return { body, etag: body.revision };
}

/** Columns that the change would open to somebody who may not see them. */
function openedColumns(before: Dataset, after: Dataset, caller: Caller | undefined): string[] {
  return before.columns.flatMap(({ id, sensitivity }) => {
    const now = after.columns.find((column) => column.id === id);
    if (sensitivity === undefined || now?.sensitivity === sensitivity) return [];
    return caller !== undefined && canSee(caller, sensitivity, undefined) ? [] : [id];
  });
}

async function hasRecords(store: Store, dataset: string): Promise<boolean> {
  const records = recordsAsOf(store, dataset, await lastCommit(store));
  const { done } = await records.next();
  await records.return(undefined);
  return done !== true;
}
