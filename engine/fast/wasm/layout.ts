import { unsigned } from './encode.ts';

/** How many rows are computed in one call. */
export const blockRows = 1024;

/** How many truths stand in one column, as bits of a whole number. */
export const truthsInColumn = 52;

/** How far a column is from the next, in bytes. */
export const stride = blockRows * 8;

/** The operands of a load or store: the alignment, and where the column begins; the row's offset is on the stack. */
export function columnAddress(column: number): number[] {
  return [3, ...unsigned(column * stride)];
}
