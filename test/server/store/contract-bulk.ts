import { expect, it } from 'vitest';
import type { Run } from '../../../schemas/index.ts';
import { campaignSize } from '../../support/random.ts';
import type { StoreKind } from './contract.ts';
import { runResult } from './run-results.ts';

const most = 100_000;
const chunk = 1000;
/** By then the heap and the database's own cache, whose sizes do not depend on the number of results, have grown. */
const warm = 20_000;
/** In bytes. The results written after that are more. */
const memoryBound = 100e6;
const run = 'run-1';

/** A run of a company of 100,000. */
export function bulkContract({ open, reopen, slow = false }: StoreKind): void {
  const results = slow ? campaignSize(most / 4, most) : most;
  it('is written and read in little memory, and seen by one flip', { timeout: 600_000 }, async () => {
    const store = await open();
    const collection = store.collection('results');
    let before = 0;
    let grown = 0;
    const look = (done: number) => {
      const now = process.memoryUsage.rss();
      if (done <= warm) before = Math.max(before, now);
      else grown = Math.max(grown, now - before);
    };
    const seen = async () => (await store.collection('runs').get(run)) !== undefined;

    for (let start = 0; start < results; start += chunk) {
      const docs = Array.from({ length: chunk }, (_, index) => {
        const number = start + index;
        return runResult(run, String(number).padStart(6, '0'), {
          team: `T${number % 50}`,
          composite: number / 7,
        });
      });
      expect(await collection.insertMany(docs)).not.toContain(false);
      expect(await seen()).toBe(false);
      look(start);
    }
    expect(await store.collection('runs').insert({ id: run } as Run)).toBe(true);
    expect(await seen()).toBe(true);

    let read = 0;
    for await (const { subject } of collection.scan({ prefix: `${run}/` })) {
      if (Number(subject) !== read) throw new Error(`${subject} came for ${read}`);
      read += 1;
      if (read % chunk === 0) look(results + read);
    }
    expect(read).toBe(results);
    expect((await collection.countBy('team', { run })).map(({ count }) => count)).toEqual(
      Array.from({ length: 50 }, () => results / 50),
    );
    const { docs, total } = await collection.page({
      where: { run, team: 'T7' },
      sort: { field: 'composite', descending: true },
      offset: 1,
      limit: 2,
    });
    const ofTeam = [results - 93, results - 143].map((number) => String(number).padStart(6, '0'));
    expect([total, ...docs.map(({ subject }) => subject)]).toEqual([results / 50, ...ofTeam]);
    // A store that is all memory holds them all: so the measure does tell the one from the other.
    expect({ grown, bounded: grown < memoryBound }).toEqual({ grown, bounded: reopen !== undefined });
    await store.close();
  });
}
