import type { Outliers, RaterGroup, RatersAggregate } from '../../schemas/index.ts';
import { hashOf } from '../document/hash.ts';
import { parseDecimal } from '../number/decimal.ts';
import { add, compare, divide, integer, multiply, round, zero, type Rational } from '../number/rational.ts';
import { isRational } from '../program/operations.ts';
import { isMissing, type Accumulator, type Measured } from './measured.ts';

interface Rating {
  readonly key: string;
  readonly value: Rational;
}

/**
 * Collects a subject's ratings by group of raters.
 * @param drawnFor the subject and the period: with the seed they decide which ratings a sample is.
 */
export function rating(aggregate: RatersAggregate, drawnFor: readonly string[]): Accumulator {
  const byGroup = new Map<string, Rating[]>(aggregate.groups.map(({ group }) => [group, []]));
  return {
    take(cell, { key, values }) {
      if (isRational(cell)) byGroup.get(values[aggregate.group] ?? '')?.push({ key, value: cell });
    },
    figure() {
      const lot = ({ key }: Rating) => hashOf([aggregate.seed ?? '', ...drawnFor, key]);
      return weighted(
        aggregate,
        aggregate.groups.map((group) => meanOf(group, byGroup.get(group.group)!, aggregate.outliers, lot)),
      );
    },
  };
}

function meanOf(
  { smallest = 1, sample }: RaterGroup,
  all: readonly Rating[],
  outliers: Outliers,
  lot: (rating: Rating) => string,
): Measured {
  if (all.length === 0) return { missing: 'noRecords' };
  if (all.length < smallest) return { missing: 'tooFewRecords' };
  const counted = sample === undefined || all.length <= sample ? all : draw(all, sample, lot);
  const values = without(outliers, counted.map(({ value }) => value).toSorted(compare));
  return divide(values.reduce(add, zero), integer(values.length))!;
}

/** As if by lot: whoever draws again with the same seed draws the same. */
function draw(all: readonly Rating[], count: number, lot: (rating: Rating) => string): Rating[] {
  return all
    .map((one) => ({ one, lot: lot(one) }))
    .toSorted((a, b) => (a.lot < b.lot ? -1 : 1))
    .slice(0, count)
    .map(({ one }) => one);
}

/** @param values in rising order. */
function without(outliers: Outliers, values: readonly Rational[]): readonly Rational[] {
  const last = values.length - 1;
  switch (outliers.kind) {
    case 'none':
      return values;
    case 'dropHighestLowest':
      return values.length < 3 ? values : values.slice(1, last);
    case 'winsorise': {
      const { each } = outliers;
      if (values.length <= 2 * each) return values;
      return values.map((_, index) => values[Math.min(Math.max(index, each), last - each)]!);
    }
  }
}

function weighted(
  { groups, whenGroupMissing, places = 4 }: RatersAggregate,
  means: readonly Measured[],
): Measured {
  let [sum, weights] = [zero, zero];
  for (const [index, mean] of means.entries()) {
    if (isMissing(mean)) {
      if (whenGroupMissing === 'missing') return mean;
      continue;
    }
    const weight = parseDecimal(groups[index]!.weight)!;
    sum = add(sum, multiply(mean, weight));
    weights = add(weights, weight);
  }
  const whole = divide(sum, weights);
  return whole === null ? (means.find(isMissing) ?? { missing: 'noRecords' }) : round(whole, places);
}
