import type { ImportOrder, Issue } from '../../schemas/index.ts';
import { currentDefinitions } from '../definitions/definitions.ts';
import type { Ended } from '../jobs/ended.ts';
import { peopleOf } from '../people/people.ts';
import { recordCommit } from '../records/commit-entry.ts';
import { commitOf } from '../records/commits.ts';
import type { Job } from '../store/documents.ts';
import type { Store } from '../store/store.ts';
import { importCsv } from './import-csv.ts';
import { uploadPath } from './uploads.ts';

/** How many issues are kept of a file; the rest are counted. */
const keptIssues = 10_000;
const shownIssues = 100;

/** What an import job is done with. */
export interface ImportJob {
  readonly store: Store;
  readonly folder: string;
  readonly order: ImportOrder;
  readonly job: Job;
  readonly onProgress: (done: number, all: number) => void;
}

/** Imports an uploaded file, or says what that would do. Done again, it finds what it did. */
export async function runImport({ store, folder, order, job, onProgress }: ImportJob): Promise<Ended> {
  // Broken off after it committed.
  const done = await commitOf(store, job.id);
  if (done !== undefined) {
    await recordCommit(store, done.commit);
    return endOf(done.import, [], { committed: true, commit: done.commit, ...done.counts });
  }
  const upload = await store.collection('uploads').get(order.upload);
  const [company] = await currentDefinitions(store, 'company');
  const dataset = (await currentDefinitions(store, 'dataset')).find(({ key }) => key === order.dataset);
  if (upload === undefined || company === undefined || dataset === undefined) {
    return { state: 'failed', issues: [{ code: 'upload.gone', severity: 'error' }], made: null, report: {} };
  }
  const issues: Issue[] = [];
  await store.collection('importIssues').removeWhere('job', job.id);
  const report = await importCsv({
    store,
    people: peopleOf(store),
    dataset: dataset.document,
    company: company.document,
    file: { name: upload.name, path: uploadPath(folder, upload.id) },
    mapping: order.mapping,
    mode: order.mode,
    dryRun: order.dryRun,
    encoding: 'auto',
    newId: () => job.id,
    change: job.change,
    entry: { action: 'create', resource: 'import', record: job.id, before: null, after: null },
    onIssue: (issue) => {
      if (issues.length < keptIssues) issues.push(issue);
    },
    onProgress: ({ rows }) => onProgress(rows, 0),
  });
  await store.collection('importIssues').insertMany(
    issues.map((issue, index) => ({
      id: `${job.id}/${String(index + 1).padStart(6, '0')}`,
      job: job.id,
      issue,
    })),
  );
  const { rows, added, changed, unchanged, rejected, committed, commit } = report;
  if (commit !== undefined) await recordCommit(store, commit);
  const counts = { rows, added, changed, unchanged, rejected, committed };
  return endOf(committed ? job.id : null, issues.slice(0, shownIssues), {
    ...counts,
    ...(commit !== undefined && { commit }),
  });
}

function endOf(made: string | null, issues: readonly Issue[], report: Ended['report']): Ended {
  return { state: 'done', issues, made, report };
}
