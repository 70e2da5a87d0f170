import { Worker } from 'node:worker_threads';
import type { Job } from '../store/documents.ts';
import type { StorePlace } from '../store/open.ts';
import type { Ended } from './ended.ts';
import type { Performer } from './open-jobs.ts';
import type { FromWorker } from './worker-messages.ts';

/** Heap of the thread, in MiB: a run of a million people needs a few GB, and must not take the server with it. */
const heap = 8192;

/** Does jobs on a worker thread, which opens the store itself; a thread that dies is followed by a new one. Of the built program only. */
export function workerPerformer(place: StorePlace & { readonly folder: string }): Performer {
  let worker: Worker | undefined;
  return {
    perform(job: Job, onProgress) {
      worker ??= startWorker(place);
      const current = worker;
      return new Promise<Ended>((resolve, reject) => {
        const settle = (act: () => void) => {
          current.off('message', hear);
          current.off('error', die);
          current.off('exit', leave);
          act();
        };
        const gone = (error: Error) => {
          worker = undefined;
          settle(() => reject(error));
        };
        const die = (error: Error) => gone(error);
        const leave = (code: number) => gone(new Error(`the worker ended with ${code}`));
        const hear = (message: FromWorker) => {
          if ('progress' in message) onProgress(message.progress.done, message.progress.all);
          else if ('ended' in message) settle(() => resolve(message.ended));
          else if ('broken' in message) settle(() => reject(new Error(message.broken)));
        };
        current.on('message', hear);
        current.on('error', die);
        current.on('exit', leave);
        current.postMessage(job);
      });
    },
    async close() {
      await worker?.terminate();
      worker = undefined;
    },
  };
}

function startWorker(place: object): Worker {
  return new Worker(new URL('./worker.js', import.meta.url), {
    workerData: place,
    resourceLimits: { maxOldGenerationSizeMb: heap },
  });
}
