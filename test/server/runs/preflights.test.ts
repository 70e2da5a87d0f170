import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { demoPeriod, loadDemo } from '../../../server/demo/load.ts';
import { countForPreflight } from '../../../server/runs/preflight.ts';
import { openPreflights } from '../../../server/runs/preflights.ts';
import { countOnThread } from '../../../server/runs/preflight-thread.ts';
import { runPeriod } from '../../../server/runs/run.ts';
import { openMemoryStore } from '../../../server/store/memory.ts';
import { openStore } from '../../../server/store/open.ts';
import { temporaryFolder } from '../../support/folders.ts';
import { workerFromSources } from '../../support/source-worker.ts';

describe('preflights', () => {
  it('are counted once for the same data, and tell of a run that came since', async () => {
    const store = openMemoryStore();
    await loadDemo(store);
    let counts = 0;
    const preflights = openPreflights({
      store,
      count: (period) => {
        counts += 1;
        return countForPreflight(store, period);
      },
      patience: 60_000,
    });
    const [first, second] = await Promise.all([preflights.of(demoPeriod), preflights.soon(demoPeriod)]);
    expect(first).toMatchObject({ subjects: 54, same: null, locked: null });
    expect(first).not.toHaveProperty('run');
    expect(second).toEqual(first);
    expect(counts).toBe(1);

    const outcome = await runPeriod(store, demoPeriod);
    if ('issues' in outcome) throw new Error(JSON.stringify(outcome.issues));
    expect(await preflights.of(demoPeriod)).toEqual({ ...first, same: outcome.run.id });
    expect(counts).toBe(1);

    await preflights.of('2026-Q2');
    expect(counts).toBe(2);
    expect(await preflights.of('2026-Q9')).toMatchObject({ issues: [{ code: 'period.unknown' }] });
    expect(counts).toBe(2);
  });

  it('that take long are there when they are asked for again; one that broke off is counted again', async () => {
    const store = openMemoryStore();
    await loadDemo(store);
    let counts = 0;
    let go = (): void => {};
    const wait = new Promise<void>((resolve) => (go = resolve));
    const preflights = openPreflights({
      store,
      async count(period) {
        counts += 1;
        if (counts === 1) throw new Error('broken off');
        await wait;
        return countForPreflight(store, period);
      },
      patience: 20,
    });
    await expect(preflights.of(demoPeriod)).rejects.toThrow('broken off');
    expect(await preflights.soon(demoPeriod)).toBeUndefined();
    expect(await preflights.soon(demoPeriod)).toBeUndefined();
    go();
    const found = await preflights.of(demoPeriod);
    await setTimeout(0);
    expect(await preflights.soon(demoPeriod)).toEqual(found);
    expect(counts).toBe(2);
  });

  it('are counted on a thread with a store of its own to the same figures', async () => {
    const folder = temporaryFolder();
    const store = await openStore({ folder });
    await loadDemo(store);
    const count = countOnThread({ folder }, workerFromSources('server/runs/preflight-worker.ts'));
    expect(await count(demoPeriod)).toEqual(await countForPreflight(store, demoPeriod));
    expect(await count('2026-Q9')).toMatchObject({ issues: [{ code: 'period.unknown' }] });
    const nowhere = countOnThread(
      { folder: '/dev/null/nowhere' },
      workerFromSources('server/runs/preflight-worker.ts'),
    );
    await expect(nowhere(demoPeriod)).rejects.toThrow('ENOTDIR');
    await store.close();
  });
});
