import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginSession, endSession, endSessionsOf, personOf } from '../../../server/access/sessions.ts';
import { openMemoryStore } from '../../../server/store/memory.ts';
import { scheduledStore } from '../../support/interleaving.ts';

const begin = new Date('2026-10-01T08:00:00Z');
const later = new Date(begin.getTime() + 6 * 60_000);

describe('a session that is ended while it is used', () => {
  it.each(['it', 'all of the person'] as const)(
    'is over in whatever order the steps come: %s',
    async (what) => {
      await fc.assert(
        fc.asyncProperty(fc.scheduler(), async (scheduler) => {
          const store = openMemoryStore();
          const token = await beginSession(store, 'p', begin);
          const ending = scheduledStore(store, scheduler, 'end');
          await scheduler.waitFor(
            Promise.all([
              // Each writes when it was last used.
              personOf(scheduledStore(store, scheduler, 'one'), token, later),
              personOf(scheduledStore(store, scheduler, 'other'), token, later),
              what === 'it' ? endSession(ending, token) : endSessionsOf(ending, 'p'),
            ]),
          );
          expect((await store.collection('sessions').page({ offset: 0, limit: 0 })).total).toBe(0);
          expect(await personOf(store, token, later)).toBeUndefined();
        }),
        { numRuns: 1000, verbose: true },
      );
    },
  );

  it('goes on for all who use it at the same time otherwise', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const store = openMemoryStore();
        const token = await beginSession(store, 'p', begin);
        const used = ['a', 'b', 'c'].map((who) =>
          personOf(scheduledStore(store, scheduler, who), token, later),
        );
        expect(await scheduler.waitFor(Promise.all(used))).toEqual(['p', 'p', 'p']);
        expect((await store.collection('sessions').page({ offset: 0, limit: 0 })).total).toBe(1);
      }),
      { numRuns: 300, verbose: true },
    );
  });
});
