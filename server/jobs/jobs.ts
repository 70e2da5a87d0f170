import type { JobProgress, JobRequest } from '../../schemas/index.ts';
import type { Change, Job, JobOutcome } from '../store/documents.ts';

/** A job as it stands. */
export interface JobStatus {
  readonly job: Job;
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
  readonly progress: JobProgress;
  readonly outcome: JobOutcome | undefined;
}

/** Work that takes long: kept in the store, done one after the other on a worker thread, finished after a restart. */
export interface Jobs {
  /**
   * Asks for work to be done. A request like one that is waiting or running is that job.
   * @returns the job's id.
   */
  start(id: string, request: JobRequest, change: Change): Promise<string>;
  status(id: string): Promise<JobStatus | undefined>;
  /** Its states from now to its end. */
  watch(id: string, signal: AbortSignal): AsyncIterable<JobStatus>;
  /** Resolves when the work under way has stopped; what is not done is done after the next start. */
  close(): Promise<void>;
}
