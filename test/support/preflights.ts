import { countForPreflight } from '../../server/runs/preflight.ts';
import { openPreflights, type Preflights } from '../../server/runs/preflights.ts';
import type { Store } from '../../server/store/store.ts';

/** Preflights that are counted where they are asked for, and waited for. */
export function preflightsOf(store: Store): Preflights {
  return openPreflights({
    store,
    count: (period) => countForPreflight(store, period),
    patience: 60_000,
  });
}
