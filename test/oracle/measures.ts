/** What measures made from other figures are, read as simply as possible. Shares nothing with the engine. */
import { add, divide, hundred, less, rational, times, zero, type Rational } from './fractions.ts';

type Decimal = string | number;
type Figure = Rational | null;
type Line = { kind: 'measure'; measure: string } | { kind: 'constant'; value: Decimal };
type Test = { kind: string; line?: Line };
type Take = { kind: string; weight?: string; line?: Line };
type ResultFigure = { kind: string; metric?: string; points?: { grade: string; points: Decimal }[] };

/** A result as far as measures look at it. */
export interface PastResult {
  composite: string | null;
  grade: string | null;
  rank?: { position: number };
  metrics: Record<string, { value: string | null; score: string | null }>;
}

export const same = (a: Rational, b: Rational): boolean => !less(a, b) && !less(b, a);

/** Half-up, away from zero. */
export function published(a: Figure, places: number): Figure {
  if (a === null) return null;
  const scale = 10n ** BigInt(places);
  const size = a.n < 0n ? -a.n : a.n;
  const units = (2n * size * scale + a.d) / (2n * a.d);
  return { n: a.n < 0n ? -units : units, d: scale };
}

/**
 * How many periods running, the latest first.
 * @param figures by period, the latest first; one more than `periods` where each is held against the one before.
 * @param lines the same, of what they are held against.
 */
export function streakLength(
  { test, periods, whenMissing }: { test: Test; periods: number; whenMissing: string },
  figures: Figure[],
  lines: Figure[],
): Figure {
  let rows = figures.map((figure, i) => ({ figure, line: test.line === undefined ? figure : lines[i]! }));
  if (whenMissing === 'skip') rows = rows.filter(({ figure, line }) => figure !== null && line !== null);
  const other = (i: number) => (test.line === undefined ? rows[i + 1]?.figure : rows[i]?.line);
  const wantsLess = test.kind === 'below' || test.kind === 'falls';
  for (let length = 0; ; length += 1) {
    const figure = rows[length]?.figure;
    const line = other(length);
    if (length === periods || figure === undefined || line === undefined) return rational(length);
    if (figure === null || line === null) return whenMissing === 'end' ? rational(length) : null;
    if (!(wantsLess ? less(figure, line) : less(line, figure))) return rational(length);
  }
}

/** One figure of several in order of time, left out or deciding where they are missing. */
export function taken(take: string, whenMissing: string, figures: Figure[], places: number): Figure {
  const there = figures.filter((figure) => figure !== null);
  if (there.length === 0 || (there.length < figures.length && whenMissing === 'missing')) return null;
  if (take === 'last') return there[there.length - 1]!;
  const rising = there.toSorted((a, b) => (less(a, b) ? -1 : less(b, a) ? 1 : 0));
  if (take === 'min') return rising[0]!;
  if (take === 'max') return rising[rising.length - 1]!;
  let sum = zero;
  for (const figure of there) sum = add(sum, figure);
  return take === 'sum' ? sum : published(divide(sum, rational(there.length)), places);
}

/** A team's figure. */
export function rolledUp(
  { take, whenMissing, places = 4 }: { take: Take; whenMissing: string; places?: number },
  figures: Figure[],
  beside: Figure[],
): Figure {
  if (take.weight === undefined && take.line === undefined)
    return taken(take.kind, whenMissing, figures, places);
  const rows = figures.map((figure, i) => [figure, beside[i]!] as const);
  const there = rows.filter(
    (row): row is readonly [Rational, Rational] => row[0] !== null && row[1] !== null,
  );
  if (there.length === 0 || (there.length < rows.length && whenMissing === 'missing')) return null;
  let [over, under] = [zero, zero];
  for (const [figure, other] of there) {
    if (take.kind === 'weightedMean') {
      over = add(over, times(figure, other));
      under = add(under, other);
    } else {
      const counts = take.kind === 'shareBelow' ? less(figure, other) : less(other, figure);
      over = add(over, counts ? hundred : zero);
      under = add(under, rational(1));
    }
  }
  return published(divide(over, under), places);
}

/** A figure of one result. */
export function figureOfResult(figure: ResultFigure, result: PastResult | undefined): Figure {
  if (result === undefined) return null;
  const text =
    figure.kind === 'composite'
      ? result.composite
      : figure.kind === 'rank'
        ? result.rank?.position
        : figure.kind === 'grade'
          ? figure.points!.find(({ grade }) => grade === result.grade)?.points
          : result.metrics[figure.metric!]?.[figure.kind as 'value' | 'score'];
  return text === undefined || text === null ? null : rational(text);
}

interface Raters {
  groups: { group: string; weight: Decimal; smallest?: number; sample?: number }[];
  outliers: { kind: string; each?: number };
  whenGroupMissing: string;
  places?: number;
}

/**
 * The weighted means of groups of raters.
 * @param lots by rating: who is drawn first.
 */
export function ratersFigure(
  { groups, outliers, whenGroupMissing, places = 4 }: Raters,
  ratings: { group: string | null; value: Decimal; lot: string }[],
): Figure {
  let [over, under] = [zero, zero];
  for (const { group, weight, smallest = 1, sample } of groups) {
    let own = ratings.filter((one) => one.group === group);
    if (own.length < smallest) {
      if (whenGroupMissing === 'missing') return null;
      continue;
    }
    if (sample !== undefined && own.length > sample)
      own = own.toSorted((a, b) => (a.lot < b.lot ? -1 : 1)).slice(0, sample);
    const values = own.map(({ value }) => rational(value)).toSorted((a, b) => (less(a, b) ? -1 : 1));
    if (outliers.kind === 'dropHighestLowest' && values.length > 2) {
      values.pop();
      values.shift();
    }
    if (outliers.kind === 'winsorise' && values.length > 2 * outliers.each!) {
      for (let i = 0; i < outliers.each!; i += 1) {
        values[i] = values[outliers.each!]!;
        values[values.length - 1 - i] = values[values.length - 1 - outliers.each!]!;
      }
    }
    let sum = zero;
    for (const value of values) sum = add(sum, value);
    over = add(over, times(divide(sum, rational(values.length))!, rational(weight)));
    under = add(under, rational(weight));
  }
  return published(divide(over, under), places);
}
