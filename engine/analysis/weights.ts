import type { Issue, Model } from '../../schemas/index.ts';
import { formatExact, parseDecimal } from '../number/decimal.ts';
import { add, compare, divide, integer, multiply, powerOfTen, subtract, zero } from '../number/rational.ts';
import { findingAt } from './finding.ts';
import { scoreRange } from './facts.ts';

/** From this share on what customers say decides alone (W5). */
const mostSatisfaction = integer(80);

/** Weights that can never move a composite by one unit of its places, and so never change a grade. */
export function idleWeights(model: Model): Issue[] {
  const { metrics, overlays = [], places = 2 } = model;
  if (overlays.length > 0) return [];
  return metrics.flatMap((metric, index) => {
    const { least, most } = scoreRange(metric);
    const weight = parseDecimal(metric.weight)!;
    if (compare(weight, zero) !== 0 && (least === undefined || most === undefined)) return [];
    const span = least === undefined || most === undefined ? zero : subtract(most, least);
    const moves = divide(multiply(weight, span), integer(100))!;
    const unit = { n: 1n, d: powerOfTen(places) };
    return compare(moves, unit) >= 0
      ? []
      : [
          findingAt('weight.noEffect', `/metrics/${index}/weight`, {
            metric: metric.id,
            points: formatExact(moves),
          }),
        ];
  });
}

/** A satisfaction group of four fifths or more of the weights. */
export function satisfactionShare({ groups, metrics }: Model): Issue[] {
  const within = (group: string | undefined): boolean =>
    group !== undefined &&
    (group === 'satisfaction' || within(groups.find(({ id }) => id === group)?.parent));
  const own = metrics.filter(({ group }) => within(group));
  const share = own.reduce((sum, { weight }) => add(sum, parseDecimal(weight)!), zero);
  return own.length === 0 || compare(share, mostSatisfaction) < 0
    ? []
    : [
        findingAt('weights.satisfaction', `/groups/${groups.findIndex(({ id }) => id === 'satisfaction')}`, {
          share: formatExact(share),
        }),
      ];
}
