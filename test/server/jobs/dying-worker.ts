/** A thread that ends as its jobs say, for tests of who asks it: the period of a run is how. */
import { parentPort } from 'node:worker_threads';
import type { FromWorker } from '../../../server/jobs/worker-messages.ts';
import type { Job } from '../../../server/store/documents.ts';

const port = parentPort!;
const say = (message: FromWorker) => port.postMessage(message, []);
const end = () => say({ ended: { state: 'done', issues: [], made: null, report: {} } });

port.on('message', ({ request }: Job) => {
  const how = request.kind === 'run' ? request.period : '';
  if (how === 'memory') {
    const held: number[][] = [];
    for (;;) held.push(Array.from({ length: 100_000 }, (_, index) => index * 1.5));
  }
  if (how === 'exit') process.exit(3);
  if (how === 'throw') throw new Error('thrown');
  if (how === 'broken') say({ broken: 'a bug' });
  else end();
  if (how === 'later') {
    setTimeout(() => {
      throw new Error('thrown between two jobs');
    }, 20);
  }
});
