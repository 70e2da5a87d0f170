import { parseDecimal } from '../number/decimal.ts';
import { powerOfTen } from '../number/rational.ts';
import type { Outcome } from '../what-if/outcome.ts';

/** Sums composites of many models, each with a weight for every edit; from where everybody stood at the start. */
interface Sums<T> {
  take(outcome: Outcome, weights: readonly number[]): void;
  /** By edit; undefined where a composite is missing. */
  of(row: number): readonly T[] | undefined;
}

/** In float64s, as long as all that they count is whole. */
export function floatSums(
  start: Outcome,
  places: number,
  count: number,
): Sums<number> & { readonly beyond: ReadonlySet<number> } {
  const first = unitsOf(start, places);
  const rows = first.length;
  const sums = Array.from({ length: count }, () => new Float64Array(rows));
  const beyond = new Set<number>();
  return {
    beyond,
    take(outcome, weights) {
      const units = unitsOf(outcome, places);
      for (let row = 0; row < rows; row += 1) {
        units[row]! -= first[row]!;
        // With what is still to come a sum stays far below what is asked of it here.
        if (Math.abs(units[row]!) > mostUnits || Math.abs(first[row]!) > mostUnits) beyond.add(row);
      }
      for (const [edit, weight] of weights.entries()) {
        if (weight === 0) continue;
        const sum = sums[edit]!;
        for (let row = 0; row < rows; row += 1) sum[row]! += weight * units[row]!;
      }
    },
    of(row) {
      const own = sums.map((sum) => sum[row]!);
      return own.some((sum) => Number.isNaN(sum)) || Number.isNaN(first[row]!) ? undefined : own;
    },
  };
}

/** 2^53 by 10! orders, halved for the two signs. */
const mostUnits = 1_000_000_000;

/** Exactly, for some rows. */
export function wholeSums(
  rows: ReadonlySet<number>,
  start: Outcome,
  places: number,
  count: number,
): Sums<bigint> {
  const first = new Map([...rows].map((row) => [row, wholeOf(start, row, places)]));
  const sums = new Map([...rows].map((row) => [row, Array.from({ length: count }, () => 0n)]));
  return {
    take(outcome, weights) {
      for (const [row, own] of sums) {
        const [units, from] = [wholeOf(outcome, row, places), first.get(row)];
        if (units === undefined || from === undefined) sums.delete(row);
        else for (const [edit, weight] of weights.entries()) own[edit]! += BigInt(weight) * (units - from);
      }
    },
    of: (row) => sums.get(row),
  };
}

function unitsOf({ composites, places }: Outcome, wanted: number): Float64Array {
  if (places === wanted) return composites.slice();
  const factor = 10 ** (wanted - places);
  return composites.map((units) => Math.round(units * factor));
}

function wholeOf(outcome: Outcome, row: number, places: number): bigint | undefined {
  const figure = parseDecimal(outcome.compositeOf(row) ?? '');
  return figure === undefined ? undefined : (figure.n * powerOfTen(places)) / figure.d;
}
