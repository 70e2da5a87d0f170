/**
 * Imports a generated company and runs its quarter, on each store in turn, in one process.
 *   npx tsx bench/company.ts [--people 10000] [--store sqlite|memory|mongodb]…
 * MongoDB is the server that the tests run on: MONGODB_URI, else FerretDB and mongo-java-server where they are installed.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runPeriod } from '../server/runs/run.ts';
import { openMemoryStore } from '../server/store/memory.ts';
import { openStore } from '../server/store/open.ts';
import type { Store } from '../server/store/store.ts';
import { importFiles } from '../test/support/import-files.ts';
import { largePeriod, writeLargeCompany } from '../test/support/large-company.ts';
import { mongoServerKinds, newDatabase } from '../test/support/mongo/servers.ts';

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '10000' },
    store: { type: 'string', multiple: true, default: ['memory', 'sqlite', 'mongodb'] },
  },
});
const people = Number(values.people);
const folder = mkdtempSync(join(tmpdir(), 'meritscale-bench-'));
const files = writeLargeCompany(join(folder, 'files'), people);
const rules = join(import.meta.dirname, '../rules/starter');

/** A store to measure, and how it is taken away again. */
interface Place {
  readonly name: string;
  open(): Promise<{ store: Store; close: () => Promise<void> }>;
}

const embedded: readonly Place[] = [
  { name: 'memory', open: async () => ({ store: openMemoryStore(), close: async () => {} }) },
  { name: 'sqlite', open: async () => closing(await openStore({ folder: join(folder, 'data') })) },
];
const servers = mongoServerKinds(process.env)
  .filter(({ missing }) => missing === undefined)
  .map(({ name, start }): Place => ({
    name: `mongodb (${name})`,
    async open() {
      const server = await start();
      const { store, close } = closing(
        await openStore({ folder, mongodbUri: `${server.uri}${newDatabase()}` }),
      );
      return { store, close: () => close().then(() => server.stop()) };
    },
  }));

const measured: { readonly name: string; readonly imported: number; readonly ran: number }[] = [];
for (const { name, open } of [...embedded, ...servers]) {
  if (!values.store.some((asked) => name.startsWith(asked))) continue;
  const { store, close } = await open();
  const begin = performance.now();
  await importFiles(store, rules, files);
  const imported = performance.now() - begin;
  const outcome = await runPeriod(store, largePeriod);
  if ('issues' in outcome) throw new Error(JSON.stringify(outcome.issues));
  const ran = performance.now() - begin - imported;
  measured.push({ name, imported, ran });
  process.stdout.write(
    `${name}: ${outcome.run.subjects} people, import ${seconds(imported)}, run ${seconds(ran)}\n`,
  );
  await close();
}
rmSync(folder, { recursive: true });
const [first] = measured;
if (first === undefined) throw new Error('no store was measured');
for (const { name, imported, ran } of measured.slice(1)) {
  process.stdout.write(
    `${name} ÷ ${first.name}: import ${(imported / first.imported).toFixed(1)}, run ${(ran / first.ran).toFixed(1)}\n`,
  );
}

function closing(store: Store) {
  return { store, close: () => store.close() };
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
