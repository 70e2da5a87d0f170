import { Temporal } from 'temporal-polyfill';
import { checkAgainstDatasets, measuresOf, measuring, periodOf } from '../../engine/index.ts';
import type { DatasetCompleteness, Issue, Preflight } from '../../schemas/index.ts';
import { lastImports } from '../records/last-imports.ts';
import { recordsAsOf } from '../records/records-as-of.ts';
import type { Store } from '../store/store.ts';
import { assign } from './assign.ts';
import { pinNow, runIdOf, type Pins } from './pins.ts';
import { populationOf } from './population.ts';

/** Why nothing can be told of a period. */
export interface NoPreflight {
  readonly issues: readonly Issue[];
  readonly period?: undefined;
}

/** What stays of a preflight until data or definitions change, and the run that would be made. */
export type Counted = Omit<Preflight, 'same' | 'locked'> & { readonly run: string };

/** What a run of a period would be made from, and what stands in its way: reads all records. */
export async function countForPreflight(store: Store, periodId: string): Promise<Counted | NoPreflight> {
  const pins = await pinNow(store, periodId);
  if ('issues' in pins) return pins;
  const { period, models, datasets } = pins;
  const definitions = datasets.map(({ document }) => document);
  const { members, issues } = await populationOf(store, definitions, period, pins.commit);
  const { assignments, issues: unassigned } = assign(models, members);
  const completeness = await completenessOf(store, pins);
  const misfits = models.flatMap(({ key, document }) =>
    checkAgainstDatasets(document, definitions).map((item) => ({
      ...item,
      params: { ...item.params, model: key },
    })),
  );
  const empty = completeness
    .filter(({ records, measured }) => measured && records === 0)
    .map(({ dataset }): Issue => ({ code: 'run.datasetEmpty', severity: 'warning', params: { dataset } }));
  return {
    run: runIdOf(pins),
    period,
    subjects: members.length,
    models: assignments.map(({ model, places: judged }) => ({
      stage: model.document.stage,
      key: model.key,
      version: model.version,
      hash: model.hash,
      subjects: judged.length,
    })),
    datasets: completeness.map(({ measured: _measured, ...item }) => item),
    issues: [...issues, ...unassigned, ...misfits, ...empty],
  };
}

/** How many records of each dataset fall into the period. */
async function completenessOf(
  store: Store,
  { period, models, datasets, commit }: Pins,
): Promise<(DatasetCompleteness & { readonly measured: boolean })[]> {
  const last = await lastImports(store);
  const found = [];
  for (const { key, document } of datasets) {
    const reading = models
      .filter((model) => measuresOf(document, model.document.measures).length > 0)
      .map((model) => measuring(model.document, [document], period));
    let [all, used] = [0, 0];
    for await (const record of recordsAsOf(store, key, commit)) {
      all += 1;
      if (reading.filter((reader) => reader.take(record)).length > 0) used += 1;
    }
    const measured = reading.length > 0;
    const records = measured ? used : all;
    found.push({ dataset: key, name: document.name, records, last: last.get(key)?.note ?? null, measured });
  }
  return found;
}

/** The last period of a cadence that has ended. */
export function lastEnded(cadence: string, timeZone: string, now: Date): string | undefined {
  const today = Temporal.Instant.from(now.toISOString()).toZonedDateTimeISO(timeZone).toPlainDate();
  const { year, month } = today;
  const pad = (number: number) => String(number).padStart(2, '0');
  const quarter = Math.ceil(month / 3);
  const ids: Readonly<Record<string, string>> = {
    month: month === 1 ? `${year - 1}-12` : `${year}-${pad(month - 1)}`,
    quarter: quarter === 1 ? `${year - 1}-Q4` : `${year}-Q${quarter - 1}`,
    halfYear: month <= 6 ? `${year - 1}-H2` : `${year}-H1`,
    year: String(year - 1),
    day: today.subtract({ days: 1 }).toString(),
  };
  const id = ids[cadence];
  return id === undefined || periodOf(id, timeZone) === undefined ? undefined : id;
}
