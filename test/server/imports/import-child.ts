/** Imports a file in a process of its own, for tests that end it: DATABASE FILE. Writes a line per chunk. */
import { randomUUID } from 'node:crypto';
import { importCsv } from '../../../server/imports/import-csv.ts';
import { peopleOf } from '../../../server/people/people.ts';
import { openSqliteStore } from '../../../server/store/sqlite.ts';
import { rosterDataset } from './datasets.ts';

const [database, path] = process.argv.slice(2) as [string, string];
const store = await openSqliteStore(database);
process.stdout.write('open\n');
const report = await importCsv({
  store,
  people: peopleOf(store),
  dataset: rosterDataset,
  company: { timeZone: 'Asia/Shanghai' },
  file: { name: 'child.csv', path },
  mode: 'allOrNothing',
  dryRun: false,
  encoding: 'auto',
  newId: randomUUID,
  onIssue: () => {},
  onProgress: ({ rows }) => process.stdout.write(`${rows}\n`),
});
process.stdout.write(`committed ${report.commit}\n`);
await store.close();
