import type { Measure, Period } from '../../schemas/index.ts';
import { isOfRecords, type RecordMeasure } from './kinds.ts';
import { madeKindOf } from './made-kinds.ts';

/** The records that a measure can be followed back to: those of a measure of records, over one period or several. */
export interface Rows {
  readonly measure: RecordMeasure;
  readonly periods: readonly Period[];
}

/**
 * Which records a measure of a subject is made from; undefined where it is made from none of the subject's own, or where
 * who is judged may not read who said what.
 */
export function rowsOf(measures: readonly Measure[], id: string, period: Period): Rows | undefined {
  const measure = rowMeasureOf(measures, id);
  if (measure === undefined) return undefined;
  if (measure.id === id) return { measure, periods: [period] };
  const { aggregate } = measures.find((one) => one.id === id)!;
  const needs = madeKindOf(aggregate)!.needs(aggregate, period);
  return { measure, periods: needs.filter((need) => need.measure === measure.id).map((need) => need.period) };
}

/** The measure of records whose records are shown for a measure. */
export function rowMeasureOf(measures: readonly Measure[], id: string): RecordMeasure | undefined {
  const measure = measures.find((one) => one.id === id);
  if (measure === undefined || measure.aggregate.kind === 'raters') return undefined;
  if (isOfRecords(measure)) return measure;
  return measure.aggregate.kind === 'streak' ? rowMeasureOf(measures, measure.aggregate.measure) : undefined;
}
