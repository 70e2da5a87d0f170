import { parentPort, workerData } from 'node:worker_threads';
import { openStore, type StorePlace } from '../store/open.ts';
import type { Job } from '../store/documents.ts';
import { perform } from './perform.ts';
import type { FromWorker } from './worker-messages.ts';

/** Does jobs one after the other, on a thread of its own so that the server keeps answering. */
const place = workerData as StorePlace & { readonly folder: string };
const port = parentPort!;
const store = await openStore(place);
const say = (message: FromWorker) => port.postMessage(message);

port.on('message', (job: Job | null) => {
  if (job === null) {
    void store.close().then(() => port.close());
    return;
  }
  perform({ store, folder: place.folder }, job, (done, all) => say({ progress: { done, all } })).then(
    (ended) => say({ ended }),
    (error: unknown) =>
      say({ broken: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
say({ ready: true });
