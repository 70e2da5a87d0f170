import type { Ranking } from '../../schemas/index.ts';
import { parseDecimal } from '../number/decimal.ts';
import { add, compare, integer, round, subtract, type Rational } from '../number/rational.ts';

/** How many of a group have each grade, before ties: of the seats in their order. */
export function seatCounts({ seats, rounding }: Ranking, size: number): number[] {
  const exact = seats.map(({ share }) => {
    const { n, d } = parseDecimal(share)!;
    return { n: n * BigInt(size), d: d * 100n };
  });
  if (rounding === 'largestRemainder') return byLargestRemainder(exact, size);
  return exact.map((share) => {
    const whole = Number(share.n / share.d);
    if (rounding === 'down') return whole;
    return rounding === 'up' ? whole + (share.n % share.d === 0n ? 0 : 1) : Number(round(share, 0).n);
  });
}

/** Whole seats first; those left go to the largest remainders, the others' share among them, equals in their order. */
function byLargestRemainder(exact: readonly Rational[], size: number): number[] {
  const listed = exact.reduce(add, integer(0));
  const shares = [...exact, subtract(integer(size), listed)];
  const counts = shares.map(({ n, d }) => Number(n / d));
  const left = size - counts.reduce((sum, count) => sum + count, 0);
  const order = shares
    .map((share, index) => ({ index, rest: subtract(share, integer(counts[index]!)) }))
    .toSorted((a, b) => compare(b.rest, a.rest) || a.index - b.index);
  for (const { index } of order.slice(0, left)) counts[index]! += 1;
  return counts.slice(0, -1);
}
