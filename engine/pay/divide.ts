import { add, compare, integer, round, subtract, zero, type Rational } from '../number/rational.ts';

/** Somebody who takes part, and in proportion to what. */
export interface Sharer {
  readonly subject: string;
  /** Above zero. */
  readonly weight: Rational;
}

/**
 * Whole cents divided in proportion to the weights: each their whole cents first, those that are left one each to the
 * largest remainders, equals by their ids. The parts add up to the whole, whatever order the sharers come in.
 */
export function divideCents(cents: bigint, sharers: readonly Sharer[]): bigint[] {
  const all = sharers.reduce((sum, { weight }) => add(sum, weight), zero);
  const parts = sharers.map(({ weight }) => {
    const exact = { n: cents * weight.n * all.d, d: weight.d * all.n };
    const whole = exact.n / exact.d;
    return { whole, rest: subtract(exact, integer(whole)) };
  });
  const left = cents - parts.reduce((sum, { whole }) => sum + whole, 0n);
  const order = sharers
    .map((_, index) => index)
    .toSorted(
      (a, b) =>
        compare(parts[b]!.rest, parts[a]!.rest) || (sharers[a]!.subject < sharers[b]!.subject ? -1 : 1),
    );
  const lucky = new Set(order.slice(0, Number(left)));
  return parts.map(({ whole }, index) => (lucky.has(index) ? whole + 1n : whole));
}

/** An amount of money in cents. */
export function centsOf(amount: Rational): bigint {
  const { n, d } = round(amount, 2);
  return (n * 100n) / d;
}
