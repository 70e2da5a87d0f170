import type { Issue, Model } from '../../schemas/index.ts';
import { risingBands, type PlacedBand } from '../model/bands.ts';
import { formatFixed, parseDecimal } from '../number/decimal.ts';
import { compare, round, type Rational } from '../number/rational.ts';
import { errorAt } from './issues.ts';

/**
 * Bands name known grades, and cut the line of composites without hole or overlap.
 * A hole or an overlap comes with an example: a composite that no band, or more than one, would hold.
 */
export function checkBands({ bands, grades, places = 2 }: Model): Issue[] {
  const known = new Set(grades.map(({ id }) => id));
  const rising = risingBands(bands);
  return [
    ...bands.flatMap(({ grade }, index) =>
      known.has(grade) ? [] : [errorAt('grade.unknown', `/bands/${index}/grade`, { grade })],
    ),
    ...bands.flatMap(({ from, to }, index) =>
      from !== undefined && to !== undefined && compare(parseDecimal(from)!, parseDecimal(to)!) >= 0
        ? [errorAt('band.empty', `/bands/${index}`)]
        : [],
    ),
    ...checkEnds(rising, places),
    ...rising.slice(1).flatMap((band, index) => checkJoint(rising[index]!, band, places)),
  ];
}

function checkEnds(rising: readonly PlacedBand[], places: number): Issue[] {
  const lowest = rising[0]!;
  const highest = rising.at(-1)!;
  const issues: Issue[] = [];
  if (lowest.band.from !== undefined) {
    const from = parseDecimal(lowest.band.from)!;
    issues.push(errorAt('band.hole', `/bands/${lowest.index}/from`, { example: below(from, places) }));
  }
  if (highest.band.to !== undefined) {
    const to = parseDecimal(highest.band.to)!;
    issues.push(
      errorAt('band.hole', `/bands/${highest.index}/to`, {
        example: formatFixed(atOrAbove(to, places), places),
      }),
    );
  }
  return issues;
}

/** Two neighbours meet where the lower one's to is the upper one's from. */
function checkJoint(lower: PlacedBand, upper: PlacedBand, places: number): Issue[] {
  const pointer = `/bands/${upper.index}`;
  if (upper.band.from === undefined) return [errorAt('band.twoLowest', pointer)];
  const from = parseDecimal(upper.band.from)!;
  if (lower.band.to === undefined) {
    return [
      errorAt('band.overlap', `${pointer}/from`, { example: formatFixed(atOrAbove(from, places), places) }),
    ];
  }
  const to = parseDecimal(lower.band.to)!;
  const order = compare(to, from);
  if (order === 0) return [];
  const example = formatFixed(atOrAbove(order < 0 ? to : from, places), places);
  return [errorAt(order < 0 ? 'band.hole' : 'band.overlap', `${pointer}/from`, { example })];
}

/** The least composite that is not below the figure. */
function atOrAbove(figure: Rational, places: number): Rational {
  const nearest = round(figure, places);
  return compare(nearest, figure) < 0 ? { n: nearest.n + 1n, d: nearest.d } : nearest;
}

/** A composite just below the figure. */
function below(figure: Rational, places: number): string {
  const least = atOrAbove(figure, places);
  return formatFixed({ n: least.n - 1n, d: least.d }, places);
}
