import type { MembersAggregate, RollUp } from '../../schemas/index.ts';
import { add, compare, divide, integer, multiply, round, zero, type Rational } from '../number/rational.ts';
import { lineNeeds, lineOf, lineParts } from './line.ts';
import type { Given, MadeKind } from './made.ts';
import { isMissing, type Measured } from './measured.ts';
import { oneOf, present } from './one-of.ts';

/** A team's figure from those of its members. */
export const members: MadeKind<MembersAggregate> = {
  parts: ({ measure, take }) => [
    { measure, path: 'measure' },
    ...('weight' in take ? [{ measure: take.weight, path: 'take/weight' }] : []),
    ...('line' in take ? lineParts(take.line, 'take/line') : []),
  ],
  needs: ({ measure, take }, period) => [
    { measure, period },
    ...('weight' in take ? [{ measure: take.weight, period }] : []),
    ...('line' in take ? lineNeeds(take.line, period) : []),
  ],
  runs: () => [],
  figures: (aggregate, teams, given) => teams.map((team) => figureOf(aggregate, given.members(team), given)),
};

function figureOf(aggregate: MembersAggregate, people: readonly string[], given: Given): Measured {
  const { measure, take, whenMissing, places = 4 } = aggregate;
  const figures = given.measured({ measure, period: given.period }, people);
  const beside = besideOf(take, people, given);
  // A figure whose weight, or whose line, is missing cannot be counted.
  const whole = figures.map((figure, row) => {
    const other = beside?.[row];
    return other !== undefined && isMissing(other) ? other : figure;
  });
  const there = present(whole, whenMissing, { missing: 'noMembers' });
  if (!('length' in there)) return there;
  if (beside === undefined) return oneOf(take.kind as 'sum' | 'mean' | 'min' | 'max', there, places);
  const others = beside.filter((_, row) => !isMissing(whole[row]!)) as Rational[];
  const exact =
    take.kind === 'weightedMean' ? weightedMean(there, others) : shareOf(there, others, take.kind);
  return exact === null ? { missing: 'divisionByZero' } : round(exact, places);
}

function besideOf(take: RollUp, people: readonly string[], given: Given): readonly Measured[] | undefined {
  if ('weight' in take) return given.measured({ measure: take.weight, period: given.period }, people);
  return 'line' in take ? lineOf(take.line, given.period, people, given) : undefined;
}

function weightedMean(figures: readonly Rational[], weights: readonly Rational[]): Rational | null {
  const sum = figures.map((figure, row) => multiply(figure, weights[row]!)).reduce(add, zero);
  return divide(sum, weights.reduce(add, zero));
}

function shareOf(figures: readonly Rational[], lines: readonly Rational[], kind: RollUp['kind']) {
  const wanted = kind === 'shareBelow' ? -1 : 1;
  const count = figures.filter((figure, row) => compare(figure, lines[row]!) === wanted).length;
  return divide(integer(100 * count), integer(figures.length));
}
