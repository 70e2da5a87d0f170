import { EventEmitter } from 'node:events';
import { canonical } from '../../engine/index.ts';
import type { JobProgress, JobRequest } from '../../schemas/index.ts';
import type { Change, Job, JobOutcome } from '../store/documents.ts';
import type { Store } from '../store/store.ts';
import type { Jobs, JobStatus } from './jobs.ts';
import type { Ended } from './ended.ts';

/** Who does the work. */
export interface Performer {
  /** @throws Error where the work broke off without an end. */
  perform(job: Job, onProgress: (done: number, all: number) => void): Promise<Ended>;
  /** Work that is under way is broken off. */
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
  /** Requests on their way into the store, so that the same one is not taken twice meanwhile. */
  const arriving = new Map<string, Promise<string>>();
  let running: { readonly job: Job; progress: JobProgress } | undefined;
  let closing = false;
  let idle: Promise<void> = Promise.resolve();
  const changes = new EventEmitter().setMaxListeners(0);

  const outcomeOf = (id: string) => store.collection('jobOutcomes').get(id);
  async function status(id: string): Promise<JobStatus | undefined> {
    const job = await store.collection('jobs').get(id);
    if (job === undefined) return undefined;
    // Looked at before the outcome: a job that ends in between has one.
    const progress = running?.job.id === id ? running.progress : undefined;
    const outcome = await outcomeOf(id);
    if (outcome !== undefined) return { job, state: outcome.state, progress: null, outcome };
    if (progress !== undefined) return { job, state: 'running', progress, outcome };
    return { job, state: 'waiting', progress: null, outcome };
  }
  async function work(): Promise<void> {
    for (;;) {
      const job = closing ? undefined : waiting.shift();
      if (job === undefined) return;
      running = { job, progress: { done: 0, all: 0 } };
      changes.emit('change', job.id);
      try {
        const ended = await doJob(job);
        // Asked to close in the middle, it is done again after the next start.
        if (ended !== undefined) {
          const outcome: JobOutcome = { id: job.id, at: clock().toISOString(), ...ended };
          await store.collection('jobOutcomes').insert(outcome);
        }
      } catch (error) {
        // Its end could not be kept, so it is not done: the next start does it again.
        onBroken(error);
      }
      running = undefined;
      changes.emit('change', job.id);
    }
  }
  async function doJob(job: Job): Promise<Ended | undefined> {
    try {
      return await performer.perform(job, (done, all) => {
        if (running?.job !== job) return;
        running.progress = { done, all };
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
  async function arrive(job: Job): Promise<string> {
    await store.collection('jobs').insert(job);
    if ((await outcomeOf(job.id)) === undefined) waiting.push(job);
    wake();
    return job.id;
  }

  for await (const job of store.collection('jobs').scan()) {
    if ((await outcomeOf(job.id)) === undefined) waiting.push(job);
  }
  waiting.sort((a, b) => (a.change.at < b.change.at ? -1 : 1));
  wake();

  return {
    async start(id: string, request: JobRequest, change: Change): Promise<string> {
      const text = canonical(request);
      const known = [...(running === undefined ? [] : [running.job]), ...waiting];
      const same = known.find((job) => job.id === id || canonical(job.request) === text);
      if (same !== undefined) return same.id;
      const coming = arriving.get(text);
      if (coming !== undefined) return coming;
      const arrival = arrive({ id, request, change }).finally(() => arriving.delete(text));
      arriving.set(text, arrival);
      return arrival;
    },
    status,
    async *watch(id, signal) {
      // Heard from before the first look, so that nothing in between is missed; many changes at once are one.
      let changed = false;
      let notify = () => {};
      const hear = (job: string) => {
        if (job !== id) return;
        changed = true;
        notify();
      };
      const leave = () => notify();
      changes.on('change', hear);
      signal.addEventListener('abort', leave);
      try {
        while (!signal.aborted) {
          changed = false;
          const now = await status(id);
          if (now === undefined) return;
          yield now;
          if (now.outcome !== undefined) return;
          await new Promise<void>((resolve) => {
            notify = resolve;
            if (changed || signal.aborted) resolve();
          });
        }
      } finally {
        changes.off('change', hear);
        signal.removeEventListener('abort', leave);
      }
    },
    async close() {
      closing = true;
      await performer.close();
      await idle;
    },
  };
}
