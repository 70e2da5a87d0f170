import { clearOverSessions } from '../access/sessions.ts';
import { finishSetup } from '../access/setup.ts';
import { auditSources } from '../changes/audit-sources.ts';
import type { Pass } from '../changes/clear-old.ts';
import { completeAudit } from '../changes/complete-audit.ts';
import { settleLast } from '../decisions/settle.ts';
import { clearOldUploads } from '../imports/uploads.ts';
import { clearOldNames } from '../people/changed-names.ts';
import { clearOldRequests } from './idempotency.ts';
import type { Services } from './services.ts';

/** How many documents of a kind one pass looks at. */
const most = 10_000;

type UpkeepServices = Pick<Services, 'store' | 'folder' | 'clock'>;

/** What has to be done now and then; to be done once before anybody is served. */
export interface Upkeep {
  /** One pass. What is left over is for the next one. */
  pass(): Promise<void>;
}

/**
 * Finishes what a process before left half done, and forgets what nobody needs any more: sessions that are over,
 * requests whose answers were kept long enough, old uploads.
 */
export function upkeepOf(
  { store, folder, clock }: UpkeepServices,
  options: { readonly most?: number } = {},
): Upkeep {
  const bound = options.most ?? most;
  const clearSessions = inTurns((after) => clearOverSessions(store, clock(), after, bound));
  const clearRequests = inTurns((after) => clearOldRequests(store, clock(), after, bound));
  return {
    async pass() {
      await settleLast(store);
      await finishSetup(store);
      await completeAudit(store, auditSources);
      await clearOldNames(store);
      await clearSessions();
      await clearRequests();
      await clearOldUploads(folder, clock());
    },
  };
}

/** A pass that goes on where the last one ended, and begins again after the end. */
function inTurns(pass: (after: string) => Promise<Pass>): () => Promise<void> {
  let after = '';
  return async () => {
    const { reached } = await pass(after);
    after = reached ?? '';
  };
}

/** Does a pass every so many milliseconds, one at a time. @returns what ends it. */
export function keepUp(upkeep: Upkeep, every: number, onBroken: (error: unknown) => void): () => void {
  let passing = false;
  const timer = setInterval(() => {
    if (passing) return;
    passing = true;
    upkeep
      .pass()
      .catch(onBroken)
      .finally(() => {
        passing = false;
      });
  }, every);
  timer.unref();
  return () => clearInterval(timer);
}
