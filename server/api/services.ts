import type { SessionCookie } from '../access/cookie.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Preflights } from '../runs/preflights.ts';
import type { Store } from '../store/store.ts';

/** What the features are made of: wired once, where the program starts. */
export interface Services {
  readonly store: Store;
  /** The folder of everything that is not in the store: uploads. */
  readonly folder: string;
  readonly jobs: Jobs;
  readonly preflights: Preflights;
  /** Now. */
  readonly clock: () => Date;
  /** Whether this is the demo company, where people sign in by a click. */
  readonly demo: boolean;
  readonly cookie: SessionCookie;
  /** What makes the first administrator, once. */
  readonly setupToken: string;
}
