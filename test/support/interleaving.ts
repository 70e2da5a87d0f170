import type { Scheduler } from 'fast-check';
import type { Store } from '../../server/store/store.ts';
import { watchedStore } from './fault-store.ts';

/** A store whose every call waits until the scheduler lets it through: two who use it come in any order. */
export function scheduledStore(store: Store, scheduler: Scheduler, who: string): Store {
  return watchedStore(store, (collection, call) =>
    scheduler.schedule(Promise.resolve(), `${who}: ${collection}.${call}`),
  );
}

/** A store that ends the process before its nth call, and every call after it. */
export function endingStore(store: Store, calls: number): Store {
  let left = calls;
  return watchedStore(store, () => {
    left -= 1;
    if (left < 0) throw new Error('the process ended');
  });
}
