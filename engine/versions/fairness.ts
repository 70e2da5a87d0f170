import { formatFixed } from '../number/decimal.ts';
import { compare, divide, integer, multiply, type Rational } from '../number/rational.ts';

/** How many of a group of people there are, and how many of them have a favourable grade. */
export interface GroupCount {
  readonly group: string;
  readonly people: number;
  readonly favourable: number;
}

/** A group's rate beside that of the group that does best. */
export interface GroupRate extends GroupCount {
  /** Percent of the group with a favourable grade, at two decimals. */
  readonly rate: string;
  /** The rate by that of the group that does best, at two decimals; null where nobody has a favourable grade. */
  readonly ratio: string | null;
  /** Ends of the ratio's 95 % interval, at two decimals; null for the best group itself and where there is no ratio. */
  readonly low: string | null;
  readonly high: string | null;
  /** Below four fifths, though not necessarily by more than chance: the interval says. */
  readonly isBelow: boolean;
  /** Too few people for the ratio to say much. */
  readonly isSmall: boolean;
}

const fourFifths: Rational = { n: 4n, d: 5n };
/** Of the normal distribution, two-sided 95 %. */
const z = 1.959963984540054;

/**
 * Rates of favourable grades by group and their ratio to the highest rate: the four-fifths rule (29 CFR 1607.4 D).
 * The group that does best is looked for among those that are not small, where there is one. Rates and ratios are exact;
 * the interval is Katz's (log of the ratio), with half a person added to each count where one of them is zero or whole.
 * @param smallest groups with fewer people are small.
 */
export function groupRates(counts: readonly GroupCount[], smallest: number): GroupRate[] {
  const rates = counts
    .filter(({ people }) => people > 0)
    .map((count) => ({ ...count, exact: divide(integer(count.favourable), integer(count.people))! }));
  const large = rates.filter(({ people }) => people >= smallest);
  const best = (large.length > 0 ? large : rates).reduce<(typeof rates)[number] | undefined>(
    (found, rate) => (found === undefined || compare(rate.exact, found.exact) > 0 ? rate : found),
    undefined,
  );
  return rates.map(({ exact, ...count }) => {
    const ratio = best === undefined ? null : divide(exact, best.exact);
    const interval = ratio === null || count.group === best?.group ? null : katz(count, best!);
    return {
      ...count,
      rate: formatFixed(multiply(exact, integer(100)), 2),
      ratio: ratio === null ? null : formatFixed(ratio, 2),
      low: interval === null ? null : interval[0].toFixed(2),
      high: interval === null ? null : interval[1].toFixed(2),
      isBelow: ratio !== null && compare(ratio, fourFifths) < 0,
      isSmall: count.people < smallest,
    };
  });
}

function katz(group: GroupCount, best: GroupCount): readonly [number, number] {
  const isEdge = ({ favourable, people }: GroupCount) => favourable === 0 || favourable === people;
  const half = isEdge(group) || isEdge(best) ? 0.5 : 0;
  const [a, n] = [group.favourable + half, group.people + 2 * half];
  const [b, m] = [best.favourable + half, best.people + 2 * half];
  const log = Math.log(a / n / (b / m));
  const spread = z * Math.sqrt(1 / a - 1 / n + 1 / b - 1 / m);
  return [Math.exp(log - spread), Math.exp(log + spread)];
}
