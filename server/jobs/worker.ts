import { parentPort, workerData } from 'node:worker_threads';
import { openStore } from '../store/open.ts';
import type { Job } from '../store/documents.ts';
import { perform } from './perform.ts';
import type { FromWorker } from './worker-messages.ts';
import type { WorkerPlace } from './worker-thread.ts';

/** Does jobs one after the other, on a thread of its own so that the server keeps answering. */
const place = workerData as WorkerPlace;
const port = parentPort!;
const store = await openStore(place);
const say = (message: FromWorker) => port.postMessage(message, []);

port.on('message', (job: Job) => {
  perform({ store, folder: place.folder }, job, (done, all) => say({ progress: { done, all } })).then(
    (ended) => say({ ended }),
    (error: unknown) =>
      say({ broken: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
