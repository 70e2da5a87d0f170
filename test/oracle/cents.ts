/** Money cut to the cent, for the oracle. */
import { add, divide, less, subtract, times, zero, type Rational } from './fractions.ts';

/** Whole cents in proportion to shares, those left to the largest remainders, equals in their order. */
export function cut(cents: Rational, shares: Rational[]): bigint[] {
  const all = shares.reduce(add, zero);
  const exact = shares.map((share) => divide(times(cents, share), all)!);
  const floors = exact.map(({ n, d }) => n / d - (n % d < 0n ? 1n : 0n));
  let left = cents.n / cents.d - floors.reduce((a, b) => a + b, 0n);
  const rests = exact.map((each, i) => subtract(each, { n: floors[i]!, d: 1n }));
  const taken = new Set<number>();
  for (; left > 0n; left -= 1n) {
    let best = -1;
    for (const [i, rest] of rests.entries()) {
      if (!taken.has(i) && (best < 0 || less(rests[best]!, rest))) best = i;
    }
    taken.add(best);
    floors[best]! += 1n;
  }
  return floors;
}
