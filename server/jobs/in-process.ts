import type { Performer } from './open-jobs.ts';
import { perform, type Workplace } from './perform.ts';

/** Does jobs where they are asked for: from the sources, which a thread cannot load, and on stores in memory. */
export function inProcessPerformer(workplace: Workplace): Performer {
  return {
    perform: (job, onProgress) => perform(workplace, job, onProgress),
    async close() {},
  };
}
