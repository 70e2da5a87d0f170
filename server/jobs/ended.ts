import type { JobOutcome } from '../store/documents.ts';

/** How a job ended. */
export type Ended = Omit<JobOutcome, 'id' | 'at'>;
