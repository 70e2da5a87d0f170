import type { DataRecord, MissingReason } from '../../schemas/index.ts';
import type { Rational } from '../number/rational.ts';
import type { Value } from '../program/operations.ts';

/** A measure's figure, or why it is missing. */
export type Measured = Rational | { readonly missing: MissingReason };

/** Collects the matching records of one subject; the order they come in never matters. */
export interface Accumulator {
  /** @param cell the aggregated column's value, null where empty; for share whether the record counts. */
  take(cell: Value, record: DataRecord): void;
  figure(): Measured;
}

/** Whether a figure is missing. */
export function isMissing(figure: Measured): figure is Exclude<Measured, { n: bigint }> {
  return 'missing' in figure;
}
