import { Worker, type WorkerOptions } from 'node:worker_threads';
import type { Job } from '../store/documents.ts';
import type { StorePlace } from '../store/open.ts';
import type { Ended } from './ended.ts';
import type { Performer } from './open-jobs.ts';
import type { FromWorker } from './worker-messages.ts';

/** What the thread is started with. */
export type WorkerPlace = StorePlace & { readonly folder: string };

/** Heap of the thread, in MiB: a run of a million people needs a few GB, and must not take the server with it. */
const heap = 8192;

interface Asked {
  readonly onProgress: (done: number, all: number) => void;
  readonly resolve: (ended: Ended) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Does jobs on a worker thread, which opens the store itself; a thread that dies is followed by a new one.
 * @param start makes the thread; the built program's unless another is given, as sources need a loader.
 */
export function workerPerformer(place: WorkerPlace, start: StartWorker = startBuilt): Performer {
  let worker: Worker | undefined;
  let asked: Asked | undefined;
  const settle = (act: (waiting: Asked) => void) => {
    const waiting = asked;
    asked = undefined;
    if (waiting !== undefined) act(waiting);
  };

  function begin(): Worker {
    const made = start({ workerData: place, resourceLimits: { maxOldGenerationSizeMb: heap } });
    const gone = (error: Error) => {
      if (worker !== made) return;
      worker = undefined;
      settle(({ reject }) => reject(error));
    };
    made.on('message', (message: FromWorker) => {
      if (worker !== made) return;
      if ('progress' in message) asked?.onProgress(message.progress.done, message.progress.all);
      else if ('ended' in message) settle(({ resolve }) => resolve(message.ended));
      else settle(({ reject }) => reject(new Error(message.broken)));
    });
    // Heard for as long as the thread lives: one that dies between two jobs must not take the server with it.
    made.on('error', gone);
    made.on('exit', (code) => gone(new Error(`the worker ended with ${code}`)));
    return made;
  }

  return {
    perform(job: Job, onProgress) {
      worker ??= begin();
      const current = worker;
      return new Promise<Ended>((resolve, reject) => {
        asked = { onProgress, resolve, reject };
        current.postMessage(job, []);
      });
    },
    async close() {
      await worker?.terminate();
    },
  };
}

/** Makes a thread that runs worker.js. */
export type StartWorker = (options: WorkerOptions) => Worker;

const startBuilt: StartWorker = (options) => new Worker(new URL('./worker.js', import.meta.url), options);
