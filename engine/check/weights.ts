import type { Issue, Model } from '../../schemas/index.ts';
import { formatExact, parseDecimal } from '../number/decimal.ts';
import { add, compare, integer, zero } from '../number/rational.ts';
import { errorAt } from './issues.ts';

/** Weights are not below zero and make exactly 100. */
export function checkWeights({ metrics }: Model): Issue[] {
  const weights = metrics.map(({ weight }) => parseDecimal(weight)!);
  const sum = weights.reduce(add, zero);
  return [
    ...weights.flatMap((weight, index) =>
      compare(weight, zero) < 0 ? [errorAt('weight.negative', `/metrics/${index}/weight`)] : [],
    ),
    ...(compare(sum, integer(100)) === 0
      ? []
      : [errorAt('weights.sum', '/metrics', { sum: formatExact(sum) })]),
  ];
}
