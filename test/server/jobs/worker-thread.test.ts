import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { demoPeriod, loadDemo } from '../../../server/demo/load.ts';
import { inProcessPerformer } from '../../../server/jobs/in-process.ts';
import type { JobStatus } from '../../../server/jobs/jobs.ts';
import { openJobs, type Performer } from '../../../server/jobs/open-jobs.ts';
import { workerPerformer, type StartWorker } from '../../../server/jobs/worker-thread.ts';
import type { Job } from '../../../server/store/documents.ts';
import { openStore } from '../../../server/store/open.ts';
import { temporaryFolder } from '../../support/folders.ts';
import { workerFromSources } from '../../support/source-worker.ts';

const change = { by: null, at: '2026-10-08T00:00:00.000Z', request: 'r' };
const job = (period: string): Job => ({ id: period, request: { kind: 'run', period }, change });

describe('a worker thread', () => {
  it('does jobs on a store of its own, and tells how far it is', async () => {
    const folder = temporaryFolder();
    const store = await openStore({ folder });
    await loadDemo(store);
    const performers: Performer[] = [
      workerPerformer({ folder }, workerFromSources()),
      inProcessPerformer({ store, folder }),
    ];
    const made: (string | null)[] = [];
    for (const performer of performers) {
      const jobs = await openJobs({ store, performer, clock: () => new Date(0), onBroken: console.error });
      const id = await jobs.start(`run${made.length}`, { kind: 'run', period: demoPeriod }, change);
      const seen: JobStatus[] = [];
      for await (const status of jobs.watch(id, new AbortController().signal)) seen.push(status);
      expect(seen.at(-1)).toMatchObject({ state: 'done', outcome: { report: { fresh: made.length === 0 } } });
      if (made.length === 0) expect(seen.some(({ progress }) => (progress?.all ?? 0) > 50)).toBe(true);
      made.push(seen.at(-1)!.outcome!.made);
      await jobs.close();
    }
    expect(made[0]).not.toBeNull();
    expect(made[1]).toBe(made[0]);
    await store.close();
  });

  it('that dies breaks its job off, and is followed by a new one', async () => {
    const dying = workerFromSources('test/server/jobs/dying-worker.ts');
    const small: StartWorker = (options) =>
      dying({ ...options, resourceLimits: { maxOldGenerationSizeMb: 48 } });
    const performer = workerPerformer({ folder: '' }, small);
    const perform = (how: string) => performer.perform(job(how), () => {});
    await expect(perform('memory')).rejects.toThrow(/memory/);
    expect(await perform('ends')).toMatchObject({ state: 'done' });
    await expect(perform('exit')).rejects.toThrow('the worker ended with 3');
    await expect(perform('throw')).rejects.toThrow('thrown');
    await expect(perform('broken')).rejects.toThrow('a bug');
    expect(await perform('later')).toMatchObject({ state: 'done' });
    await setTimeout(200);
    expect(await perform('ends')).toMatchObject({ state: 'done' });
    await performer.close();
  });
});
