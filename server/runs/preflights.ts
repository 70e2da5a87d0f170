import { hashOf } from '../../engine/index.ts';
import type { Preflight } from '../../schemas/index.ts';
import type { Store } from '../store/store.ts';
import { stateNow } from './pins.ts';
import type { Counted, NoPreflight } from './preflight.ts';

/** What runs of periods would be made from: counted once for the same data and definitions. */
export interface Preflights {
  of(periodId: string): Promise<Preflight | NoPreflight>;
  /** @returns undefined where a page should not wait that long: it is being counted then, and there when asked again. */
  soon(periodId: string): Promise<Preflight | NoPreflight | undefined>;
}

export interface PreflightsOptions {
  readonly store: Store;
  readonly count: (periodId: string) => Promise<Counted | NoPreflight>;
  /** How long `soon` waits, in milliseconds. */
  readonly patience: number;
}

/** The last that were asked for: a few periods, as they are now. */
const mostKept = 8;

export function openPreflights({ store, count, patience }: PreflightsOptions): Preflights {
  const kept = new Map<string, Promise<Counted | NoPreflight>>();

  async function counted(periodId: string): Promise<Counted | NoPreflight> {
    const state = await stateNow(store, periodId);
    if ('issues' in state) return state;
    const { period, company, models, datasets, commit, earlier } = state;
    const hashes = [company, ...models, ...datasets].map(({ hash }) => hash);
    const key = hashOf({ period: period.id, hashes, commit, earlier });
    const known = kept.get(key);
    if (known !== undefined) return known;
    const counting = count(periodId);
    kept.set(key, counting);
    // What broke off is counted again.
    counting.catch(() => kept.delete(key));
    for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest);
    return counting;
  }

  async function of(periodId: string): Promise<Preflight | NoPreflight> {
    const found = await counted(periodId);
    if (found.period === undefined) return found;
    const { run, ...rest } = found;
    const same = await store.collection('runs').get(run);
    const lock = await store.collection('runLocks').get(rest.period.id);
    return { ...rest, same: same?.id ?? null, locked: lock?.run ?? null };
  }

  return {
    of,
    async soon(periodId) {
      let end: NodeJS.Timeout | undefined;
      const late = new Promise<undefined>((resolve) => {
        end = setTimeout(resolve, patience, undefined);
      });
      const found = of(periodId);
      // Nobody may be waiting any more when it breaks off.
      found.catch(() => {});
      return Promise.race([found, late]).finally(() => clearTimeout(end));
    },
  };
}
