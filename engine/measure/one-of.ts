import type { Take, WhenPartMissing } from '../../schemas/index.ts';
import { add, compare, divide, integer, round, zero, type Rational } from '../number/rational.ts';
import { isMissing, type Measured } from './measured.ts';

/** The figures that are there; or the first that is missing, where it may not be, or where nothing else is. */
export function present(
  figures: readonly Measured[],
  whenMissing: WhenPartMissing,
  none: Measured,
): readonly Rational[] | Measured {
  const there = figures.filter((figure): figure is Rational => !isMissing(figure));
  if (there.length === figures.length && there.length > 0) return there;
  if (there.length > 0 && whenMissing === 'skip') return there;
  return figures.find(isMissing) ?? none;
}

/** One figure of several; they stand in order of time. A mean is published at its places, the others are as they are. */
export function oneOf(take: Take, figures: readonly Rational[], places: number): Rational {
  const sum = () => figures.reduce(add, zero);
  switch (take) {
    case 'sum':
      return sum();
    case 'mean':
      return round(divide(sum(), integer(figures.length))!, places);
    case 'min':
      return figures.reduce((a, b) => (compare(b, a) < 0 ? b : a));
    case 'max':
      return figures.reduce((a, b) => (compare(b, a) > 0 ? b : a));
    case 'last':
      return figures.at(-1)!;
  }
}
