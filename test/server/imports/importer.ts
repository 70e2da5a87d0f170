import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Dataset, Issue } from '../../../schemas/index.ts';
import { importCsv } from '../../../server/imports/import-csv.ts';
import type { ImportReport, ImportRequest } from '../../../server/imports/report.ts';
import { peopleOf } from '../../../server/people/people.ts';
import { lastCommit } from '../../../server/records/commits.ts';
import { recordsAsOf } from '../../../server/records/records-as-of.ts';
import type { CollectionName } from '../../../server/store/collections.ts';
import type { Store } from '../../../server/store/store.ts';
import type { RecordRevision } from '../../../server/store/documents.ts';

export type Options = Partial<Omit<ImportRequest, 'store' | 'people' | 'file' | 'onIssue'>>;

let files = 0;
let imports = 0;

/** Imports files' contents into a store. */
export function importer(store: Store, folder: string, dataset: Dataset) {
  const people = peopleOf(store, () => `person-${(imports += 1)}`);
  return {
    people,
    async run(content: string | Buffer, options: Options = {}): Promise<ImportReport & { found: Issue[] }> {
      const path = join(folder, `${(files += 1)}.csv`);
      await writeFile(path, content);
      return this.runFile(path, options);
    },
    async runFile(path: string, options: Options = {}): Promise<ImportReport & { found: Issue[] }> {
      const found: Issue[] = [];
      const report = await importCsv({
        store,
        people,
        dataset,
        company: { timeZone: 'Asia/Shanghai' },
        file: { name: 'file.csv', path },
        mode: 'allOrNothing',
        dryRun: false,
        encoding: 'auto',
        newId: () => `import-${(imports += 1)}`,
        onProgress: () => {},
        ...options,
        onIssue: (issue) => found.push(issue),
      });
      return { ...report, found };
    },
    /** The records as of a commit, the last if none is given. */
    async records(commit?: number): Promise<RecordRevision[]> {
      return collect(recordsAsOf(store, dataset.id, commit ?? (await lastCommit(store))));
    },
    /** The values of records by key. */
    async values(commit?: number): Promise<Record<string, RecordRevision['values']>> {
      return Object.fromEntries((await this.records(commit)).map(({ key, values }) => [key, values]));
    },
  };
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** How many documents there are in each collection an import writes to. */
export async function documentCounts(store: Store): Promise<Record<string, number>> {
  const names: CollectionName[] = [
    'records',
    'imports',
    'stagings',
    'stagedKeys',
    'stagedPeople',
    'people',
    'identifiers',
  ];
  const counts: [string, number][] = [];
  for (const name of names) {
    let count = 0;
    for await (const _ of store.collection(name).scan()) count += 1;
    counts.push([name, count]);
  }
  return Object.fromEntries(counts);
}

/** What the collections hold after an import that left nothing. */
export const nothing = {
  records: 0,
  imports: 0,
  stagings: 0,
  stagedKeys: 0,
  stagedPeople: 0,
  people: 0,
  identifiers: 0,
};
