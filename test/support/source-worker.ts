import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { StartWorker } from '../../server/jobs/worker-thread.ts';

const root = join(import.meta.dirname, '../..');
const loader = pathToFileURL(join(root, 'node_modules/tsx/dist/esm/api/index.mjs')).href;

/** A thread that runs a module from the sources: the server's worker, or another below the root. */
export function workerFromSources(module = 'server/jobs/worker.ts'): StartWorker {
  const entry = pathToFileURL(join(root, module)).href;
  const code = `import(${JSON.stringify(loader)}).then(({ register }) => { register(); return import(${JSON.stringify(entry)}); })`;
  return (options) => new Worker(code, { ...options, eval: true, execArgv: [] });
}
