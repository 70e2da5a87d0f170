import { randomUUID } from 'node:crypto';
import { readStarter, adoptStarter } from '../../server/definitions/starter.ts';
import { importCsv } from '../../server/imports/import-csv.ts';
import { peopleOf } from '../../server/people/people.ts';
import type { Store } from '../../server/store/store.ts';

/** Ids in the order they are asked for: p000001, p000002, … */
function numberedIds(prefix: string): () => string {
  let count = 0;
  return () => `${prefix}${String((count += 1)).padStart(6, '0')}`;
}

/**
 * Takes a rules folder and the files of its datasets, in their order, into a store. People have numbers for ids, so that
 * the same files, into an empty store, always make the same people and so the same runs.
 * @throws Error where a rule or a row is wrong.
 */
export async function importFiles(
  store: Store,
  rules: string,
  files: readonly (readonly [dataset: string, path: string])[],
): Promise<void> {
  const read = await readStarter(rules);
  if ('issues' in read) throw new Error(JSON.stringify(read.issues));
  const { starter } = read;
  await adoptStarter(store, starter);
  const people = peopleOf(store, numberedIds('p'));
  for (const [id, path] of files) {
    const dataset = starter.datasets.find((item) => item.id === id);
    if (dataset === undefined) throw new Error(`no dataset ${id} in ${rules}`);
    const report = await importCsv({
      store,
      people,
      dataset,
      company: starter.company,
      file: { name: `${id}.csv`, path },
      mode: 'allOrNothing',
      dryRun: false,
      encoding: 'auto',
      newId: randomUUID,
      onIssue: (issue) => {
        throw new Error(`${id}: ${JSON.stringify(issue)}`);
      },
      onProgress: () => {},
    });
    if (!report.committed) throw new Error(`${id} was not committed`);
  }
}
