import { EventEmitter, on } from 'node:events';
import type { JobProgress, JobRequest } from '../../schemas/index.ts';
import type { Change, Job, JobOutcome } from '../store/documents.ts';
import type { Store } from '../store/store.ts';
import type { Jobs, JobStatus } from './jobs.ts';
import type { Ended } from './ended.ts';

/** Who does the work. */
export interface Performer {
  perform(job: Job, onProgress: (done: number, all: number) => void): Promise<Ended>;
  close(): Promise<void>;
}

/** What jobs need. */
export interface JobsOptions {
  readonly store: Store;
  readonly performer: Performer;
  readonly clock: () => Date;
  readonly onBroken: (error: unknown) => void;
}

/** The queue of jobs: kept in the store, done one after the other. What was not done is done first. */
export async function openJobs({ store, performer, clock, onBroken }: JobsOptions): Promise<Jobs> {
  const waiting: Job[] = [];
  let running: { readonly job: Job; progress: JobProgress } | undefined;
  let closing = false;
  let idle: Promise<void> = Promise.resolve();
  const changes = new EventEmitter().setMaxListeners(0);

  const outcomeOf = (id: string) => store.collection('jobOutcomes').get(id);
  async function status(id: string): Promise<JobStatus | undefined> {
    const job = await store.collection('jobs').get(id);
    if (job === undefined) return undefined;
    const outcome = await outcomeOf(id);
    if (outcome !== undefined) return { job, state: outcome.state, progress: null, outcome };
    if (running?.job.id === id) return { job, state: 'running', progress: running.progress, outcome };
    return { job, state: 'waiting', progress: null, outcome };
  }
  async function work(): Promise<void> {
    for (let job = waiting.shift(); job !== undefined && !closing; job = waiting.shift()) {
      running = { job, progress: { done: 0, all: 0 } };
      changes.emit('change', job.id);
      const ended = await doJob(job);
      // Asked to close in the middle, it is done again after the next start.
      if (ended !== undefined) {
        const outcome: JobOutcome = { id: job.id, at: clock().toISOString(), ...ended };
        await store.collection('jobOutcomes').insert(outcome);
      }
      running = undefined;
      changes.emit('change', job.id);
    }
  }
  async function doJob(job: Job): Promise<Ended | undefined> {
    try {
      return await performer.perform(job, (done, all) => {
        if (running !== undefined) running.progress = { done, all };
        changes.emit('change', job.id);
      });
    } catch (error) {
      if (closing) return undefined;
      onBroken(error);
      return { state: 'failed', issues: [{ code: 'job.failed', severity: 'error' }], made: null, report: {} };
    }
  }
  function wake(): void {
    if (running === undefined && waiting.length > 0) {
      idle = idle.then(work).catch(onBroken);
    }
  }

  for await (const job of store.collection('jobs').scan()) {
    if ((await outcomeOf(job.id)) === undefined) waiting.push(job);
  }
  waiting.sort((a, b) => (a.change.at < b.change.at ? -1 : 1));
  wake();

  return {
    async start(id: string, request: JobRequest, change: Change): Promise<string> {
      const text = JSON.stringify(request);
      const same = [...(running === undefined ? [] : [running.job]), ...waiting].find(
        (job) => job.id === id || JSON.stringify(job.request) === text,
      );
      if (same !== undefined) return same.id;
      const job: Job = { id, request, change };
      await store.collection('jobs').insert(job);
      if ((await outcomeOf(id)) === undefined) waiting.push(job);
      wake();
      return id;
    },
    status,
    async *watch(id, signal) {
      // Heard from before the first look, so that nothing in between is missed.
      const heard = on(changes, 'change', { signal });
      try {
        for (;;) {
          const now = await status(id);
          if (now === undefined) return;
          yield now;
          if (now.outcome !== undefined) return;
          for (;;) {
            const { value } = (await heard.next()) as { value: [string] };
            if (value[0] === id) break;
          }
        }
      } catch (error) {
        if (!signal.aborted) throw error;
      } finally {
        await heard.return?.();
      }
    },
    async close() {
      closing = true;
      await performer.close();
      await idle;
    },
  };
}
