import type { Aggregate, Measure } from '../../schemas/index.ts';

/** An aggregate of a subject's own records. */
export type RecordAggregate = Extract<Aggregate, { dataset: string; subject: string; date: string }>;

/** A measure of a subject's own records. */
export type RecordMeasure = Measure & { readonly aggregate: RecordAggregate };

/** An aggregate of other measures, or of stored results. */
export type MadeAggregate = Exclude<Aggregate, RecordAggregate | { kind: 'given' }>;

/** Whether a measure is aggregated from the subject's records. */
export function isOfRecords(measure: Measure): measure is RecordMeasure {
  return 'subject' in measure.aggregate;
}

/** The dataset that a measure reads itself, if it reads one. */
export function datasetOf({ aggregate }: Measure): string | undefined {
  return 'dataset' in aggregate ? aggregate.dataset : undefined;
}
