import type { Issue, RatersAggregate } from '../../schemas/index.ts';
import { formatExact, parseDecimal } from '../number/decimal.ts';
import { add, compare, integer, zero } from '../number/rational.ts';
import { errorAt, repeated } from './issues.ts';

/** Groups of raters: weights that make 100, each group once, samples that can be drawn. */
export function checkRaters({ groups, seed }: RatersAggregate, pointer: string): Issue[] {
  const weights = groups.map(({ weight }) => parseDecimal(weight)!);
  const sum = weights.reduce(add, zero);
  return [
    ...(compare(sum, integer(100)) === 0
      ? []
      : [errorAt('weights.sum', `${pointer}/groups`, { sum: formatExact(sum) })]),
    ...weights.flatMap((weight, index) =>
      compare(weight, zero) < 0 ? [errorAt('weight.negative', `${pointer}/groups/${index}/weight`)] : [],
    ),
    ...repeated(
      groups,
      ({ group }) => group,
      'measure.raterGroupRepeated',
      (index) => `${pointer}/groups/${index}/group`,
    ),
    ...groups.flatMap(({ sample, smallest = 1 }, index) => {
      if (sample === undefined) return [];
      const at = `${pointer}/groups/${index}/sample`;
      return [
        ...(sample < smallest ? [errorAt('measure.sampleBelowSmallest', at)] : []),
        ...(seed === undefined ? [errorAt('measure.noSeed', at)] : []),
      ];
    }),
  ];
}
