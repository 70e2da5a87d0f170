import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Issue } from '../../schemas/index.ts';
import { adoptStarter, bundledStarter } from '../definitions/starter.ts';
import { importCsv } from '../imports/import-csv.ts';
import { peopleOf } from '../people/people.ts';
import type { Store } from '../store/store.ts';
import { generateDemo } from './generate.ts';

/** The demo company is always the same one. */
const seed = 42;

/** Its last quarter with all data. */
export const demoPeriod = '2026-Q3';

/**
 * Loads the demo company: the starter rules, and its records through the import that everybody uses.
 * Done twice it changes nothing. @throws where the bundled data does not fit the bundled rules: a bug.
 */
export async function loadDemo(store: Store): Promise<void> {
  const starter = await bundledStarter();
  await adoptStarter(store, starter);
  const folder = await mkdtemp(join(tmpdir(), 'meritscale-demo-'));
  try {
    for (const [id, csv] of generateDemo(seed)) {
      const dataset = starter.datasets.find((item) => item.id === id);
      if (dataset === undefined) throw new Error(`rules/starter has no dataset ${id}`);
      const path = join(folder, `${id}.csv`);
      await writeFile(path, csv);
      await importCsv({
        store,
        people: peopleOf(store),
        dataset,
        company: starter.company,
        file: { name: `${id}.csv`, path },
        mode: 'allOrNothing',
        dryRun: false,
        encoding: 'utf-8',
        newId: randomUUID,
        onIssue: failOn(id),
        onProgress: () => {},
      });
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

function failOn(dataset: string): (issue: Issue) => void {
  return (issue) => {
    throw new Error(`demo ${dataset}: ${JSON.stringify(issue)}`);
  };
}
