import { Worker, type WorkerOptions } from 'node:worker_threads';
import type { StorePlace } from '../store/open.ts';
import type { Counted, NoPreflight } from './preflight.ts';

/** What the thread is started with. */
export type PreflightPlace = StorePlace & { readonly period: string };

/**
 * Counts on a thread of its own, which opens the store itself and ends: reading a million records must not keep others waiting.
 * @param start makes the thread; the built program's unless another is given, as sources need a loader.
 */
export function countOnThread(
  place: StorePlace,
  start: (options: WorkerOptions) => Worker = startBuilt,
): (period: string) => Promise<Counted | NoPreflight> {
  return (period) =>
    new Promise((resolve, reject) => {
      const worker = start({ workerData: { ...place, period } satisfies PreflightPlace });
      // The program may end meanwhile.
      worker.unref();
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`the preflight ended with ${code}`)));
    });
}

function startBuilt(options: WorkerOptions): Worker {
  return new Worker(new URL('./preflight-worker.js', import.meta.url), options);
}
