import type { Issue } from '../../schemas/index.ts';
import { runImport } from '../imports/import-job.ts';
import { resumeRun, runPeriod, type RunOutcome } from '../runs/run.ts';
import { compareRuns } from '../runs/compare.ts';
import type { Ended } from './ended.ts';
import { verifyRun } from '../runs/verify.ts';
import type { Job } from '../store/documents.ts';
import type { Store } from '../store/store.ts';
import { compareStoredVersions } from '../version-comparisons/compare.ts';

/** Where a job is done: on the worker thread, or in tests at once. */
export interface Workplace {
  readonly store: Store;
  readonly folder: string;
}

/** Does a job. Done again after it was broken off, it ends in the same way. */
export async function perform(
  { store, folder }: Workplace,
  job: Job,
  onProgress: (done: number, all: number) => void,
): Promise<Ended> {
  const { request } = job;
  switch (request.kind) {
    case 'run': {
      const begun = await startedBy(store, job);
      const outcome =
        begun === undefined
          ? await runPeriod(store, request.period, onProgress, job.change)
          : await resumeRun(store, begun, onProgress);
      return endOfRun(outcome);
    }
    case 'verify': {
      const { issues } = await verifyRun(store, request.run, onProgress);
      return { state: 'done', issues, made: request.run, report: { differences: issues.length } };
    }
    case 'compare':
      return endOf(await compareRuns(store, request.before, request.after, onProgress));
    case 'compareVersions':
      return endOf(await compareStoredVersions(store, request.order, job.change, onProgress));
    case 'import':
      return runImport({ store, folder, order: request.order, job, onProgress });
  }
}

/** The start that this very job wrote before it was broken off. */
async function startedBy(store: Store, job: Job) {
  for await (const start of store.collection('runStarts').scan()) {
    if (start.change.request === job.change.request) return start;
  }
  return undefined;
}

function endOfRun(outcome: RunOutcome): Ended {
  if ('issues' in outcome) return failed(outcome.issues);
  const { run, fresh } = outcome;
  return { state: 'done', issues: [], made: run.id, report: { subjects: run.subjects, fresh } };
}

function endOf(outcome: { readonly made: string } | { readonly issues: readonly Issue[] }): Ended {
  if ('issues' in outcome) return failed(outcome.issues);
  return { state: 'done', issues: [], made: outcome.made, report: {} };
}

function failed(issues: readonly Issue[]): Ended {
  return { state: 'failed', issues, made: null, report: {} };
}
