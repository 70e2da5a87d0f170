import type { EarlierRun, Issue, Period } from '../../schemas/index.ts';
import { definitionByHash, type Current, type DefinitionKind } from '../definitions/definitions.ts';
import { modelByHash, type PublishedModel } from '../models/published.ts';
import { recordsHash } from '../records/records-hash.ts';
import type { Store } from '../store/store.ts';
import type { Pins } from './pins.ts';

type ModelPin = Pick<PublishedModel, 'key' | 'version' | 'hash' | 'teams'>;

/** What a run, or the start of one, names by hash. */
export interface PinnedHashes {
  readonly period: Period;
  readonly company: string;
  readonly models: readonly ModelPin[];
  readonly datasets: Readonly<Record<string, string>>;
  readonly commit: number;
  readonly earlier?: readonly EarlierRun[];
}

/** What a run was made from, as far as the store still has it. */
export async function pinsOfRun(
  store: Store,
  run: PinnedHashes,
): Promise<Pins | { readonly issues: Issue[] }> {
  const issues: Issue[] = [];
  const missing = (what: string, hash: string): [] => {
    issues.push({ code: 'verify.missing', severity: 'error', params: { what, hash } });
    return [];
  };
  const load = async <K extends DefinitionKind>(
    kind: K,
    key: string,
    hash: string,
  ): Promise<Current<K>[]> => {
    const document = await definitionByHash(store, kind, hash);
    return document === undefined ? missing(`${kind} ${key}`, hash) : [{ key, hash, document }];
  };
  const loadModel = async ({ key, version, hash, teams }: ModelPin): Promise<PublishedModel[]> => {
    const model = await modelByHash(store, hash);
    // A document that was taken up again has two versions: the run keeps the one it named.
    return model === undefined
      ? missing(`model ${key}`, hash)
      : [{ ...model, version, ...(teams !== undefined && { teams }) }];
  };
  const [company] = await load('company', 'company', run.company);
  const models = await Promise.all(run.models.map(loadModel));
  const datasets = await Promise.all(
    Object.entries(run.datasets).map(([key, hash]) => load('dataset', key, hash)),
  );
  const { earlier = [] } = run;
  for (const past of earlier) {
    const found = await store.collection('runs').get(past.run);
    if (found?.results !== past.results) missing(`run ${past.run}`, past.results);
  }
  if (company === undefined || issues.length > 0) return { issues };
  return {
    period: run.period,
    company,
    models: models.flat(),
    datasets: datasets.flat(),
    commit: run.commit,
    records: await recordsHash(store, Object.keys(run.datasets), run.commit),
    earlier,
  };
}
