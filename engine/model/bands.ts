import type { Band } from '../../schemas/index.ts';
import { parseDecimal } from '../number/decimal.ts';
import { compare } from '../number/rational.ts';

/** A band with its place in the model. */
export interface PlacedBand {
  readonly band: Band;
  readonly index: number;
}

/** The bands from the lowest to the highest: the one without from first, the others by from. */
export function risingBands(bands: readonly Band[]): PlacedBand[] {
  return bands
    .map((band, index) => ({ band, index }))
    .toSorted((a, b) => {
      if (a.band.from === undefined) return b.band.from === undefined ? 0 : -1;
      if (b.band.from === undefined) return 1;
      return compare(parseDecimal(a.band.from)!, parseDecimal(b.band.from)!);
    });
}
