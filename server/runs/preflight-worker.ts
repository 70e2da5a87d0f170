import { parentPort, workerData } from 'node:worker_threads';
import { openStore } from '../store/open.ts';
import { countForPreflight } from './preflight.ts';
import type { PreflightPlace } from './preflight-thread.ts';

const { period, ...place } = workerData as PreflightPlace;
const store = await openStore(place);
parentPort!.postMessage(await countForPreflight(store, period), []);
await store.close();
