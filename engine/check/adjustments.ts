import type { Issue, Model } from '../../schemas/index.ts';
import { parseDecimal } from '../number/decimal.ts';
import { compare, zero } from '../number/rational.ts';
import { errorAt } from './issues.ts';

/** Adjustments are a sum that is zero where there are no records, and have a bound above zero. */
export function checkAdjustments({ adjustments, measures }: Model): Issue[] {
  if (adjustments === undefined) return [];
  const { measure: id, atMost } = adjustments;
  const measure = measures.find((item) => item.id === id);
  const at = '/adjustments';
  return [
    ...(measure === undefined
      ? [errorAt('adjustments.unknownMeasure', `${at}/measure`, { measure: id })]
      : []),
    ...(measure !== undefined && !isSum(measure.aggregate)
      ? [errorAt('adjustments.notASum', `${at}/measure`, { measure: id })]
      : []),
    ...(compare(parseDecimal(atMost)!, zero) > 0
      ? []
      : [errorAt('adjustments.boundNotPositive', `${at}/atMost`)]),
  ];
}

function isSum(aggregate: Model['measures'][number]['aggregate']): boolean {
  return aggregate.kind === 'given' || (aggregate.kind === 'sum' && aggregate.whenEmpty === 'zero');
}
