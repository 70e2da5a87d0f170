import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { JobRequest } from '../../../schemas/index.ts';
import type { Ended } from '../../../server/jobs/ended.ts';
import type { JobStatus } from '../../../server/jobs/jobs.ts';
import { openJobs, type Performer } from '../../../server/jobs/open-jobs.ts';
import type { Job } from '../../../server/store/documents.ts';
import { openMemoryStore } from '../../../server/store/memory.ts';
import type { Store } from '../../../server/store/store.ts';

const ended: Ended = { state: 'done', issues: [], made: null, report: {} };
const run = (period: string): JobRequest => ({ kind: 'run', period });
const never = new AbortController().signal;
let requests = 0;
const change = () => {
  requests += 1;
  return { by: null, at: new Date(requests * 1000).toISOString(), request: `r${requests}` };
};

/** Somebody who works as long as the test wants: `end` ends the job under way. */
function worker() {
  const done: string[] = [];
  const waiting: {
    job: Job;
    onProgress: (done: number, all: number) => void;
    settle: (act: () => Ended) => void;
  }[] = [];
  const performer: Performer = {
    perform: (job, onProgress) =>
      new Promise((resolve, reject) => {
        const settle = (act: () => Ended) => {
          try {
            resolve(act());
          } catch (error) {
            reject(error);
          }
        };
        waiting.push({ job, onProgress, settle });
      }),
    async close() {
      waiting.shift()?.settle(() => {
        throw new Error('closed');
      });
    },
  };
  const current = async () => {
    while (waiting.length === 0) await setTimeout(1);
    return waiting[0]!;
  };
  return {
    performer,
    done,
    current,
    async end(act: () => Ended = () => ended) {
      const { job, settle } = await current();
      waiting.shift();
      done.push(job.id);
      settle(act);
    },
  };
}

async function opened(store: Store, { performer }: { readonly performer: Performer }) {
  const broken: unknown[] = [];
  const jobs = await openJobs({
    store,
    performer,
    clock: () => new Date(0),
    onBroken: (error) => broken.push(error),
  });
  return { jobs, broken };
}

async function allOf(states: AsyncIterable<JobStatus>): Promise<JobStatus[]> {
  const seen: JobStatus[] = [];
  for await (const status of states) seen.push(status);
  return seen;
}

describe('the queue of jobs', () => {
  it('does one after the other, in the order they were asked for', async () => {
    const hands = worker();
    const { jobs } = await opened(openMemoryStore(), hands);
    for (const id of ['a', 'b', 'c']) await jobs.start(id, run(id), change());
    expect((await hands.current()).job.id).toBe('a');
    expect(await Promise.all(['a', 'b', 'c'].map(async (id) => (await jobs.status(id))!.state))).toEqual([
      'running',
      'waiting',
      'waiting',
    ]);
    for (const _ of 'abc') await hands.end();
    expect((await allOf(jobs.watch('c', never))).at(-1)).toMatchObject({ state: 'done' });
    expect(hands.done).toEqual(['a', 'b', 'c']);
    await jobs.close();
  });

  it('takes a request like one that waits or runs as that one, also of many at the same moment', async () => {
    const store = openMemoryStore();
    const hands = worker();
    const { jobs } = await opened(store, hands);
    const clicks = Array.from({ length: 16 }, (_, index) =>
      jobs.start(`id${index}`, run('2026-Q3'), change()),
    );
    const ids = new Set(await Promise.all(clicks));
    expect([...ids]).toEqual(['id0']);
    await hands.current();
    expect(await jobs.start('again', run('2026-Q3'), change())).toBe('id0');
    expect(await jobs.start('other', run('2026-Q4'), change())).toBe('other');
    await hands.end();
    await hands.end();
    await allOf(jobs.watch('other', never));
    // What is done is done: asked again, it is new work. The very same request is not.
    expect(await jobs.start('later', run('2026-Q3'), change())).toBe('later');
    expect(await jobs.start('id0', run('2026-Q3'), change())).toBe('later');
    await hands.end();
    await allOf(jobs.watch('later', never));
    expect(await jobs.start('id0', run('2026-Q3'), change())).toBe('id0');
    expect((await jobs.status('id0'))!.state).toBe('done');
    await jobs.close();
  });

  it('does again after a restart what was broken off, before what came later', async () => {
    const store = openMemoryStore();
    const hands = worker();
    const first = await opened(store, hands);
    await first.jobs.start('z', run('1'), change());
    await first.jobs.start('a', run('2'), change());
    await hands.current();
    await first.jobs.close();
    expect(first.broken).toEqual([]);
    expect(await store.collection('jobOutcomes').last('')).toBeUndefined();

    const next = worker();
    const second = await opened(store, next);
    await next.end();
    await next.end();
    await allOf(second.jobs.watch('a', never));
    expect(next.done).toEqual(['z', 'a']);
    await second.jobs.close();
  });

  it('says of work that broke down that it failed, and goes on', async () => {
    const hands = worker();
    const { jobs, broken } = await opened(openMemoryStore(), hands);
    await jobs.start('a', run('1'), change());
    await jobs.start('b', run('2'), change());
    await hands.end(() => {
      throw new Error('out of memory');
    });
    expect((await allOf(jobs.watch('a', never))).at(-1)).toMatchObject({
      state: 'failed',
      outcome: { issues: [{ code: 'job.failed' }], made: null },
    });
    await hands.end();
    expect((await allOf(jobs.watch('b', never))).at(-1)).toMatchObject({ state: 'done' });
    expect(broken.map(String)).toEqual(['Error: out of memory']);
    await jobs.close();
  });

  it('goes on where the end of a job could not be kept', async () => {
    const store = openMemoryStore();
    const hands = worker();
    let fail = true;
    const failing: Store = {
      ...store,
      collection(name) {
        const collection = store.collection(name);
        if (name !== 'jobOutcomes') return collection;
        return {
          ...collection,
          insert: async (document) => {
            if (!fail) return collection.insert(document);
            fail = false;
            throw new Error('disk full');
          },
        };
      },
    };
    const { jobs, broken } = await opened(failing, hands);
    await jobs.start('a', run('1'), change());
    await jobs.start('b', run('2'), change());
    await hands.end();
    await hands.end();
    expect((await allOf(jobs.watch('b', never))).at(-1)).toMatchObject({ state: 'done' });
    expect(broken.map(String)).toEqual(['Error: disk full']);
    expect((await jobs.status('a'))!.state).toBe('waiting');
    await jobs.close();
  });
});

describe('watching a job', () => {
  it('tells every watcher how far it is, to its end', async () => {
    const hands = worker();
    const { jobs } = await opened(openMemoryStore(), hands);
    await jobs.start('a', run('1'), change());
    const watchers = [1, 2, 3].map(() => allOf(jobs.watch('a', never)));
    const { onProgress } = await hands.current();
    for (const done of [1, 2, 3]) {
      onProgress(done, 3);
      await setTimeout(5);
    }
    await hands.end();
    for (const seen of await Promise.all(watchers)) {
      expect(seen.map(({ progress }) => progress?.done)).toEqual(expect.arrayContaining([1, 2, 3]));
      expect(seen.at(-1)).toMatchObject({ state: 'done', progress: null });
    }
    expect(await allOf(jobs.watch('a', never))).toHaveLength(1);
    await jobs.close();
  });

  it('ends for whoever leaves, and at once for a job that is not there', async () => {
    const hands = worker();
    const { jobs } = await opened(openMemoryStore(), hands);
    expect(await allOf(jobs.watch('none', never))).toEqual([]);
    expect(await jobs.status('none')).toBeUndefined();
    await jobs.start('a', run('1'), change());
    const gone = new AbortController();
    const watching = allOf(jobs.watch('a', gone.signal));
    await hands.current();
    gone.abort();
    expect((await watching).every(({ outcome }) => outcome === undefined)).toBe(true);
    await hands.end();
    await jobs.close();
  });
});
