import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { check, checkAgainstDatasets, hashOf, hasErrors } from '../../engine/index.ts';
import type { Company, Dataset, Issue, Model } from '../../schemas/index.ts';
import { checkDataset } from '../datasets/check-dataset.ts';
import { packageRoot } from '../files/package-root.ts';
import { readDocument } from '../files/read-document.ts';
import type { Store } from '../store/store.ts';
import { adoptModel } from '../models/published.ts';
import { checkCompany } from './check-company.ts';
import { adopt } from './definitions.ts';

/** An issue and the file it is in. */
export interface FileIssue {
  readonly file: string;
  readonly issue: Issue;
}

/** What a starter folder defines: company.json, datasets/*.dataset.json, models/*.model.json. */
export interface Starter {
  readonly company: Company;
  readonly datasets: readonly Dataset[];
  readonly models: readonly Model[];
}

/** Reads and checks a starter folder. A folder that cannot be read rejects with the system's error. */
export async function readStarter(
  folder: string,
): Promise<{ starter: Starter } | { issues: readonly FileIssue[] }> {
  const issues: FileIssue[] = [];
  const load = async <T>(file: string, look: (document: unknown) => Issue[]): Promise<T[]> => {
    const read = await readDocument(join(folder, file));
    const found = 'issues' in read ? read.issues : look(read.document);
    issues.push(...found.map((issue) => ({ file, issue })));
    return 'issues' in read || hasErrors(found) ? [] : [read.document as T];
  };
  const loadAll = async <T>(subfolder: string, ending: string, look: (document: unknown) => Issue[]) => {
    const names = (await readdir(join(folder, subfolder))).filter((name) => name.endsWith(ending)).toSorted();
    return (await Promise.all(names.map((name) => load<T>(join(subfolder, name), look)))).flat();
  };
  const [company] = await load<Company>('company.json', checkCompany);
  const datasets = await loadAll<Dataset>('datasets', '.dataset.json', checkDataset);
  const models = await loadAll<Model>('models', '.model.json', (document) => {
    const found = check(document);
    return hasErrors(found) ? found : [...found, ...checkAgainstDatasets(document as Model, datasets)];
  });
  return company === undefined || hasErrors(issues.map(({ issue }) => issue))
    ? { issues }
    : { starter: { company, datasets, models } };
}

/** A starter's models that are published in another form already, with nothing that says from when the new one holds. */
export type Adopted = { readonly held: readonly string[] };

/** The starter that comes with the program. @throws where it is not valid: a bug. */
export async function bundledStarter(): Promise<Starter> {
  const read = await readStarter(join(packageRoot(), 'rules', 'starter'));
  if ('issues' in read) throw new Error(`rules/starter: ${JSON.stringify(read.issues)}`);
  return read.starter;
}

/**
 * Makes everything in a starter current; models hold since ever, changed ones from the period on.
 * @param from the first period of changed models; without it they stay as they are.
 */
export async function adoptStarter(
  store: Store,
  { company, datasets, models }: Starter,
  from: string | null = null,
): Promise<Adopted> {
  for (const dataset of datasets) await adopt(store, 'dataset', dataset.id, dataset);
  const held: string[] = [];
  for (const model of models) {
    if (!(await adoptModel(store, model, from, hashOf(model), new Date().toISOString())))
      held.push(model.key);
  }
  // Last: where there is a company, the rest is there.
  await adopt(store, 'company', 'company', company);
  return { held };
}
