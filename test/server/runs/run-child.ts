/** Runs a period as a job, or does the job that is there, in a process of its own, for tests that kill it: FOLDER PERIOD. */
import { randomUUID } from 'node:crypto';
import { openJobs } from '../../../server/jobs/open-jobs.ts';
import { workerPerformer } from '../../../server/jobs/worker-thread.ts';
import { openStore } from '../../../server/store/open.ts';
import { workerFromSources } from '../../support/source-worker.ts';

const [folder, period] = process.argv.slice(2) as [string, string];
const store = await openStore({ folder });
const jobs = await openJobs({
  store,
  performer: workerPerformer({ folder }, workerFromSources()),
  clock: () => new Date(),
  onBroken: (error) => process.stderr.write(`${String(error)}\n`),
});
process.stdout.write('open\n');
let id = (await store.collection('jobs').last(''))?.id;
if (id === undefined) {
  const change = { by: null, at: new Date().toISOString(), request: randomUUID() };
  id = await jobs.start(randomUUID(), { kind: 'run', period }, change);
}
for await (const { state, progress } of jobs.watch(id, new AbortController().signal)) {
  process.stdout.write(`${state} ${progress?.done ?? ''}\n`);
}
await jobs.close();
await store.close();
