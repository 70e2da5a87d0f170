import { isLanguage } from '../../locales/index.ts';
import type {
  ImportIssueView,
  ImportOrder,
  ImportView,
  Issue,
  JobView,
  UploadView,
} from '../../schemas/index.ts';
import { pageOf } from '../api/page-of.ts';
import { defineRoute, refuse, type Route } from '../api/route.ts';
import type { Services } from '../api/services.ts';
import { currentDefinitions } from '../definitions/definitions.ts';
import { startJob } from '../jobs/start-job.ts';
import { namesOf } from '../people/names.ts';
import type { Commit, Upload } from '../store/documents.ts';
import { failedRows } from './failed-rows.ts';
import { fitsOf, lookAt } from './inspect-upload.ts';
import { seesFile, withoutCells } from './private-cells.ts';
import { receive, uploadPath } from './uploads.ts';

const issue = (code: string): Issue => ({ code, severity: 'error' });

/** Files on their way in. */
export function importRoutes(services: Services): Route[] {
  const { store, folder, clock, jobs } = services;
  const viewOf = async ({ id, name, bytes, sha256 }: Upload): Promise<UploadView> => {
    const looks = await lookAt(uploadPath(folder, id));
    const datasets = (await currentDefinitions(store, 'dataset')).map(({ document }) => document);
    return { id, name, bytes, sha256, ...looks, fits: fitsOf(datasets, looks.header) };
  };
  return [
    defineRoute<never, UploadView>({
      method: 'POST',
      path: '/uploads',
      summary: 'Send a CSV file, its bytes as they are',
      allow: { action: 'create', resource: 'upload' },
      body: 'file',
      answer: 'data#upload',
      async handle({ raw, newId, caller }) {
        const id = newId();
        const known = await store.collection('uploads').get(id);
        if (known !== undefined) return { body: await viewOf(known) };
        const received = await receive(folder, id, raw);
        if (received === undefined) return refuse(413, issue('request.tooLarge'));
        const by = caller!.person;
        const name = nameOf(raw.headers['x-file-name']);
        const upload: Upload = { id, name, ...received, by, at: clock().toISOString() };
        await store.collection('uploads').insert(upload);
        return { body: await viewOf(upload) };
      },
    }),
    defineRoute<never, UploadView>({
      method: 'GET',
      path: '/uploads/:id',
      summary: 'What a file looks like',
      allow: { action: 'read', resource: 'upload' },
      answer: 'data#upload',
      async handle({ params, caller }) {
        const upload = await store.collection('uploads').get(params['id']!);
        if (upload === undefined) return refuse(404, issue('upload.gone'));
        return seesFile(caller, upload.by)
          ? { body: await viewOf(upload) }
          : refuse(403, issue('access.denied'));
      },
    }),
    defineRoute<ImportOrder, JobView>({
      method: 'POST',
      path: '/imports',
      summary: 'Import a file into a dataset, or see what that would do',
      allow: { action: 'create', resource: 'import' },
      body: 'data#importRequest',
      answer: 'jobs#job',
      refuses: [404],
      async handle(request) {
        const { body } = request;
        if ((await store.collection('uploads').get(body.upload)) === undefined) {
          return refuse(422, issue('upload.gone'));
        }
        const datasets = await currentDefinitions(store, 'dataset');
        if (!datasets.some(({ key }) => key === body.dataset)) return refuse(404, issue('request.notFound'));
        return startJob(services, request, { kind: 'import', order: body }, body.reason);
      },
    }),
    defineRoute<never, ImportView[]>({
      method: 'GET',
      path: '/imports',
      summary: 'The imports that count',
      allow: { action: 'read', resource: 'import' },
      list: { filters: { dataset: 'one' }, sorts: ['commit'] },
      answer: { listOf: 'data#import' },
      async handle({ list }) {
        const commits: Commit[] = [];
        for await (const commit of store.collection('imports').scan()) commits.push(commit);
        const names = await namesOf(
          store,
          commits.flatMap(({ change }) => change?.by ?? []),
        );
        return pageOf(
          commits.map((commit) => importView(commit, names)),
          list,
        );
      },
    }),
    defineRoute<never, ImportView>({
      method: 'GET',
      path: '/imports/:id',
      summary: 'One import',
      allow: { action: 'read', resource: 'import' },
      answer: 'data#import',
      async handle({ params }) {
        for await (const commit of store.collection('imports').scan()) {
          if (commit.import !== params['id']) continue;
          return {
            body: importView(
              commit,
              await namesOf(
                store,
                [commit.change?.by ?? ''].filter((by) => by !== ''),
              ),
            ),
          };
        }
        return refuse(404, issue('request.notFound'));
      },
    }),
    defineRoute<never, ImportIssueView[]>({
      method: 'GET',
      path: '/import-issues',
      summary: 'What is wrong with a file, in the order of its rows',
      allow: { action: 'read', resource: 'import' },
      list: { filters: { job: 'one' }, required: ['job'], sorts: ['id'] },
      answer: { listOf: 'data#importIssue' },
      async handle({ list: { filter, offset, limit }, caller }) {
        const where = { job: String(filter['job']) };
        const sentBy = (await jobs.status(where.job))?.job.change.by ?? null;
        const shown = (found: Issue) => (seesFile(caller, sentBy) ? found : withoutCells([found])[0]!);
        const { docs, total } = await store.collection('importIssues').page({ where, offset, limit });
        return { body: docs.map(({ id, issue: found }) => ({ id, issue: shown(found) })), total };
      },
    }),
    defineRoute<never, never>({
      method: 'GET',
      path: '/jobs/:id/failed-rows',
      summary: 'The rows of a file that have errors, with what is wrong in a first column',
      allow: { action: 'create', resource: 'import' },
      query: { lang: 'optional' },
      answer: 'text',
      async handle({ params, query, caller }) {
        const status = await jobs.status(params['id']!);
        const request = status?.job.request;
        if (request?.kind !== 'import') return refuse(404, issue('request.notFound'));
        if (!seesFile(caller, status!.job.change.by)) return refuse(403, issue('access.denied'));
        const upload = await store.collection('uploads').get(request.order.upload);
        if (upload === undefined) return refuse(404, issue('upload.gone'));
        const language = isLanguage(query['lang']) ? query['lang'] : 'zh';
        return {
          headers: {
            'Content-Type': 'text/csv; charset=utf-8',
            'Content-Disposition': 'attachment; filename="failed-rows.csv"',
          },
          text: failedRows(store, params['id']!, uploadPath(folder, upload.id), language),
        };
      },
    }),
  ];
}

function importView(commit: Commit, names: ReadonlyMap<string, string | null>): ImportView {
  const by = commit.change?.by ?? null;
  return {
    id: commit.import,
    commit: commit.commit,
    dataset: commit.dataset,
    file: commit.file.name,
    sha256: commit.file.sha256,
    at: commit.change?.at ?? null,
    by: by === null ? null : { id: by, name: names.get(by) ?? null },
    counts: { ...commit.counts },
  };
}

/** A file's name without the folders some browsers put before it, and without what cannot be printed. */
function nameOf(header: string | string[] | undefined): string {
  let name = String(header ?? '');
  try {
    name = decodeURIComponent(name);
  } catch {
    // As it came.
  }
  const last = name.split(/[\\/]/).at(-1) ?? '';
  return last.replaceAll(/\p{C}/gu, '').slice(0, 200) || 'file.csv';
}
