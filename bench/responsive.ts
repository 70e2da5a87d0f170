/**
 * How long others wait while a large company is run: a generated company is imported, the built program started on it as a user
 * would, its quarter run by one worker thread, and meanwhile pages are asked for, one after the other.
 *   npx tsx bench/responsive.ts [--people 100000] [--data FOLDER]
 * With a folder, what was imported there before is run.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { JobView, Welcome } from '../schemas/index.ts';
import { openStore } from '../server/store/open.ts';
import { buildProgram, startProgram } from '../test/support/browser/program.ts';
import { importFiles } from '../test/support/import-files.ts';
import { largePeriod, writeLargeCompany } from '../test/support/large-company.ts';

const { values } = parseArgs({
  options: { people: { type: 'string', default: '100000' }, data: { type: 'string' } },
});
const people = Number(values.people);
/** What somebody who works meanwhile asks for. */
const range = encodeURIComponent('[0,24]');
const list = (resource: string) => `/${resource}?filter=%7B%7D&range=${range}`;
const asked = ['/session', '/home', ...['models', 'people', 'runs', 'datasets', 'audit'].map(list)];
const pauseMs = 120;
interface Wait {
  readonly path: string;
  readonly ms: number;
}
const print = (text: string) => process.stdout.write(`${text}\n`);

buildProgram();
const folder = values.data ?? mkdtempSync(join(tmpdir(), 'meritscale-responsive-'));
const environment = { MERITSCALE_DATA: join(folder, 'data'), MERITSCALE_DEMO: '1' };
if (values.data === undefined) await fillFolder();
const program = await startProgram(environment);
const cookie = await signedIn();
const quiet: Wait[] = [];
for (let round = 0; round < 10; round += 1) await ask(quiet);
print(`alone:    ${summary(quiet)}`);

const begin = performance.now();
const { id } = await call<JobView>('POST', '/runs', { period: largePeriod });
const waits: Wait[] = [];
let view: JobView;
do {
  await ask(waits);
  view = await call<JobView>('GET', `/jobs/${id}`);
} while (view.state === 'waiting' || view.state === 'running');
print(`the run:  ${seconds(performance.now() - begin)}, ${view.state}`);
print(`meanwhile: ${summary(waits)}`);
await program.stop();
if (values.data === undefined) rmSync(folder, { recursive: true, force: true });

/** The demonstration, for its accounts; then the company beside it. */
async function fillFolder(): Promise<void> {
  await (await startProgram(environment)).stop();
  // The stages of the teams are there already.
  const files = writeLargeCompany(join(folder, 'files'), people).filter(([id]) => id !== 'team_stages');
  const importing = performance.now();
  const store = await openStore({ folder: join(folder, 'data') });
  await importFiles(store, join(import.meta.dirname, '../rules/starter'), files);
  await store.close();
  print(`${people} people imported in ${seconds(performance.now() - importing)}`);
}

async function signedIn(): Promise<string> {
  const welcome = (await (await fetch(`${program.address}/api/welcome`)).json()) as Welcome;
  const { person } = welcome.people.find(({ grants }) => grants[0]?.role === 'hr')!;
  const answer = await fetch(`${program.address}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ person }),
  });
  return answer.headers.get('set-cookie')!.split(';')[0]!;
}

async function call<T>(method: string, path: string, body?: object): Promise<T> {
  const answer = await fetch(`${program.address}/api${path}`, {
    method,
    headers: {
      cookie,
      ...(body && { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const read: unknown = await answer.json();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(read)}`);
  return read as T;
}

/** One round of everything that is asked; how long each took goes into the list. */
async function ask(waits: Wait[]): Promise<void> {
  for (const path of asked) {
    const start = performance.now();
    await call('GET', path);
    waits.push({ path, ms: performance.now() - start });
    await setTimeout(pauseMs);
  }
}

function summary(waits: readonly Wait[]): string {
  const sorted = waits.toSorted((a, b) => a.ms - b.ms);
  const at = (share: number) => `${sorted[Math.ceil(share * sorted.length) - 1]!.ms.toFixed(1)} ms`;
  return `${waits.length} requests, median ${at(0.5)}, p99 ${at(0.99)}, longest ${at(1)}: ${sorted.at(-1)!.path}`;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
