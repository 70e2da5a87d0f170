import type { DecimalInput, Issue, Model } from '../../schemas/index.ts';
import { formatExact, parseDecimal } from '../number/decimal.ts';
import { add, compare, integer, zero } from '../number/rational.ts';
import { errorAt } from './issues.ts';

/** Weights are not below zero and make exactly 100. */
export function checkWeights({ metrics }: Model): Issue[] {
  return checkWeightList(
    metrics.map(({ weight }) => weight),
    '/metrics',
  );
}

/** The same of a list of weights that stand in the items at a pointer. */
export function checkWeightList(list: readonly DecimalInput[], pointer: string): Issue[] {
  const weights = list.map((weight) => parseDecimal(weight)!);
  const sum = weights.reduce(add, zero);
  return [
    ...weights.flatMap((weight, index) =>
      compare(weight, zero) < 0 ? [errorAt('weight.negative', `${pointer}/${index}/weight`)] : [],
    ),
    ...(compare(sum, integer(100)) === 0 ? [] : [errorAt('weights.sum', pointer, { sum: formatExact(sum) })]),
  ];
}
