import type { CollectionName, CollectionTypes } from '../../server/store/collections.ts';
import type { Collection, Doc, Store } from '../../server/store/store.ts';

/** What a store's collection can be asked for, one document at a time or several. */
export type StoreCall = Exclude<keyof Collection<Doc>, 'scan'>;

/** A store before which something happens: it may throw, as a process that ends, or wait. */
export function watchedStore(
  store: Store,
  before: (
    collection: CollectionName,
    call: StoreCall | 'scan',
    args: readonly unknown[],
  ) => Promise<void> | void,
): Store {
  return {
    collection<N extends CollectionName>(name: N) {
      const real = store.collection(name) as unknown as Record<string, (...args: unknown[]) => unknown>;
      return new Proxy(real, {
        get(target, call) {
          if (call === 'scan') {
            return async function* (...args: unknown[]) {
              await before(name, 'scan', args);
              yield* target['scan']!(...args) as AsyncIterable<unknown>;
            };
          }
          return async (...args: unknown[]) => {
            await before(name, call as StoreCall, args);
            return target[call as string]!(...args);
          };
        },
      }) as unknown as Collection<CollectionTypes[N]>;
    },
    close: () => store.close(),
  };
}
