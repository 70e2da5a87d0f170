import { collect, measuresOf, type Collector, type Column } from '../../engine/index.ts';
import type { Issue } from '../../schemas/index.ts';
import { recordsAsOf } from '../records/records-as-of.ts';
import type { Store } from '../store/store.ts';
import type { Pins } from './pins.ts';

/** The measures of the pinned models, by model hash. */
export interface Measured {
  /** A model's columns for these subjects, by measure. */
  columnsFor(model: string, subjects: readonly string[]): Map<string, Column>;
  readonly issues: readonly Issue[];
}

/** Reads every dataset once and aggregates it for all models. */
export async function measure(store: Store, { period, models, datasets, commit }: Pins): Promise<Measured> {
  const collectors: { model: string; collector: Collector }[] = [];
  const issues: Issue[] = [];
  for (const { key, document: dataset } of datasets) {
    const reading = models.flatMap(({ hash, document }) => {
      const measures = measuresOf(dataset, document.measures);
      return measures.length === 0 ? [] : [{ model: hash, collector: collect(dataset, measures, period) }];
    });
    if (reading.length === 0) continue;
    for await (const record of recordsAsOf(store, key, commit)) {
      for (const { collector } of reading) collector.take(record);
    }
    // Nobody can tell an empty month from a file that was never imported.
    if (reading.every(({ collector }) => collector.matched === 0)) {
      issues.push({ code: 'run.datasetEmpty', severity: 'warning', params: { dataset: key } });
    }
    collectors.push(...reading);
  }
  return {
    issues,
    columnsFor(model, subjects) {
      const own = collectors.filter((item) => item.model === model);
      return new Map<string, Column>(own.flatMap(({ collector }) => [...collector.columns(subjects)]));
    },
  };
}
