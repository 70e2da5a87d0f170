import { datasetsRead, hashOf, periodOf, semantics } from '../../engine/index.ts';
import type { Dataset, EarlierRun, Issue, Model, Period } from '../../schemas/index.ts';
import { currentDefinitions, type Current } from '../definitions/definitions.ts';
import { publishedModels, type PublishedModel } from '../models/published.ts';
import { lastCommit } from '../records/commits.ts';
import { isJudgedByRuns } from './assign.ts';
import { earlierNow } from './earlier.ts';
import { recordsHash } from '../records/records-hash.ts';
import type { Store } from '../store/store.ts';

/** Everything a run is made from. Two runs with the same pins are one run. */
export interface Pins {
  readonly period: Period;
  readonly company: Current<'company'>;
  readonly models: readonly PublishedModel[];
  readonly datasets: readonly Current<'dataset'>[];
  /** The last import that is seen. */
  readonly commit: number;
  /** Hash of all records of the datasets as of that import. */
  readonly records: string;
  /** The runs whose results are taken. */
  readonly earlier: readonly EarlierRun[];
}

/** The period as the company's time zone has it, or why there is none. */
export async function periodNow(
  store: Store,
  periodId: string,
): Promise<Pick<Pins, 'period' | 'company'> | { readonly issues: readonly Issue[] }> {
  const [company] = await currentDefinitions(store, 'company');
  if (company === undefined) return { issues: [{ code: 'run.noCompany', severity: 'error' }] };
  const period = periodOf(periodId, company.document.timeZone);
  return period === undefined
    ? { issues: [{ code: 'period.unknown', severity: 'error', params: { period: periodId } }] }
    : { period, company };
}

/** All that a run pins but the hash of the records, which takes reading them all. */
export async function stateNow(
  store: Store,
  periodId: string,
): Promise<Omit<Pins, 'records'> | { readonly issues: readonly Issue[] }> {
  const now = await periodNow(store, periodId);
  if ('issues' in now) return now;
  const { period, company } = now;
  const models = (await publishedModels(store, period)).filter(isJudgedByRuns);
  const datasets = (await currentDefinitions(store, 'dataset')).filter(({ document }) =>
    isRead(document, models),
  );
  const commit = await lastCommit(store);
  const earlier = await earlierNow(
    store,
    models.map(({ document }) => document),
    period,
  );
  return { period, company, models, datasets, commit, earlier };
}

/** Pins the present state of the store for a period, or says why it cannot be run. */
export async function pinNow(
  store: Store,
  periodId: string,
): Promise<Pins | { readonly issues: readonly Issue[] }> {
  const state = await stateNow(store, periodId);
  if ('issues' in state) return state;
  const keys = state.datasets.map(({ key }) => key);
  return { ...state, records: await recordsHash(store, keys, state.commit) };
}

/** A run's id: the beginning of the hash of everything it pins. */
export function runIdOf({ period, company, models, datasets, records, earlier }: Pins): string {
  const pinned = {
    semantics,
    period: period.id,
    company: company.hash,
    models: models
      .map(({ hash, teams }) => (teams === undefined ? hash : `${hash} ${hashOf(teams)}`))
      .toSorted(),
    datasets: datasets.map(({ hash }) => hash).toSorted(),
    records,
    ...(earlier.length > 0 && { earlier }),
  };
  return hashOf(pinned).slice(0, 16);
}

/** Whether a run over these models reads the records of a dataset. */
function isRead(dataset: Dataset, models: readonly { readonly document: Model }[]): boolean {
  return (
    dataset.placement !== undefined || models.some(({ document }) => datasetsRead(document).has(dataset.id))
  );
}
