import type { Issue, Run } from '../../schemas/index.ts';
import { definitionByHash, type Current, type DefinitionKind } from '../definitions/definitions.ts';
import { recordsHash } from '../records/records-hash.ts';
import type { Store } from '../store/store.ts';
import type { Pins } from './pins.ts';

/** What a stored run was made from, as far as the store still has it. */
export async function pinsOfRun(store: Store, run: Run): Promise<Pins | { readonly issues: Issue[] }> {
  const issues: Issue[] = [];
  const load = async <K extends DefinitionKind>(
    kind: K,
    key: string,
    hash: string,
  ): Promise<Current<K>[]> => {
    const document = await definitionByHash(store, kind, hash);
    if (document !== undefined) return [{ key, hash, document }];
    issues.push({ code: 'verify.missing', severity: 'error', params: { what: `${kind} ${key}`, hash } });
    return [];
  };
  const [company] = await load('company', 'company', run.company);
  const models = await Promise.all(run.models.map(({ key, hash }) => load('model', key, hash)));
  const datasets = await Promise.all(
    Object.entries(run.datasets).map(([key, hash]) => load('dataset', key, hash)),
  );
  if (company === undefined || issues.length > 0) return { issues };
  return {
    period: run.period,
    company,
    models: models.flat(),
    datasets: datasets.flat(),
    commit: run.commit,
    records: await recordsHash(store, Object.keys(run.datasets), run.commit),
  };
}
