import type { JobProgress } from '../../schemas/index.ts';
import type { Ended } from './ended.ts';

/** What the worker thread says of the job it does. */
export type FromWorker =
  | { readonly progress: NonNullable<JobProgress> }
  | { readonly ended: Ended }
  | { readonly broken: string };
