import { parseDecimal } from '../../../engine/number/decimal.ts';
import {
  add,
  compare,
  divide,
  integer,
  multiply,
  round,
  subtract,
  zero,
  type Rational,
} from '../../../engine/number/rational.ts';
import type {
  DecimalInput,
  Direction,
  GapToTargetScoring,
  Metric,
  RatingScoring,
} from '../../../schemas/index.ts';

/** More points than this are a table of their own without what lies between them. */
const many = 8;

/**
 * Results at which the line of a scoring bends or jumps, with one before the first, one between two, and one after the
 * last; of a scale its marks. Rising, at most four places each.
 */
export function cornersOf({ scoring, direction }: Metric, target: Rational): Rational[] {
  const lower = direction === 'lowerIsBetter';
  const [percent, whole] = [integer(100), integer(200)];
  switch (scoring.kind) {
    case 'asIs': {
      const scores = [exact(scoring.floor ?? 0), exact(scoring.cap ?? 100)];
      return around(lower ? scores.map((score) => subtract(percent, score)) : scores);
    }
    case 'ratioToTarget': {
      const scores = [exact(scoring.floor ?? 0), percent, exact(scoring.cap ?? 100)];
      return around(
        scores
          .map((score) => (lower ? subtract(whole, score) : score))
          .map((share) => divide(multiply(share, target), percent)!),
      );
    }
    case 'gapToTarget':
      return around(gapCorners(scoring, direction, target));
    case 'linear':
      return around([exact(scoring.from.value), exact(scoring.to.value)]);
    case 'curve':
      return around(
        scoring.points.map(({ value }) => exact(value)),
        scoring.points.length < many,
      );
    case 'rating':
      return marksOf(scoring);
    case 'steps':
      return around(
        scoring.steps.map(({ from }) => exact(from)),
        false,
      );
  }
}

/** The figures each once. */
export function distinct(rising: readonly Rational[]): Rational[] {
  return rising.filter((figure, index) => index === 0 || compare(rising[index - 1]!, figure) !== 0);
}

/** The target, and where the score reaches its limits; without a floor where it reaches zero. */
function gapCorners(scoring: GapToTargetScoring, direction: Direction, target: Rational): Rational[] {
  const [base, perUnit] = [exact(scoring.base), exact(scoring.perUnit)];
  if (compare(perUnit, zero) === 0) return [target];
  const resultOf = (score: Rational) => {
    const gap = divide(subtract(score, base), perUnit)!;
    return direction === 'lowerIsBetter' ? subtract(target, gap) : add(target, gap);
  };
  return [target, resultOf(exact(scoring.floor ?? 0)), resultOf(exact(scoring.cap ?? scoring.base))];
}

/** The whole marks of a short scale, of another one its quarters. */
function marksOf({ from, to }: RatingScoring): Rational[] {
  const [lowest, highest] = [exact(from), exact(to)];
  const length = subtract(highest, lowest);
  const short = length.d === 1n && length.n > 0n && length.n <= 10n;
  const marks = short ? Number(length.n) : 4;
  const step = divide(length, integer(marks))!;
  return Array.from({ length: marks + 1 }, (_, index) =>
    round(add(lowest, multiply(step, integer(index))), 4),
  );
}

function around(figures: readonly Rational[], between = true): Rational[] {
  const rising = distinct(figures.toSorted(compare));
  const [first, last] = [rising[0]!, rising.at(-1)!];
  const whole = subtract(last, first);
  const step = compare(whole, zero) === 0 ? integer(10) : divide(whole, integer(4))!;
  const middles = rising.slice(1).map((figure, index) => divide(add(figure, rising[index]!), integer(2))!);
  const all = [subtract(first, step), ...rising, ...(between ? middles : []), add(last, step)];
  return distinct(all.map((figure) => round(figure, 4)).toSorted(compare));
}

function exact(input: DecimalInput): Rational {
  return parseDecimal(input) ?? zero;
}
