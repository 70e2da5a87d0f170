import type { Period, StreakAggregate } from '../../schemas/index.ts';
import { compare, integer } from '../number/rational.ts';
import { lastPeriods } from '../period/running.ts';
import { lineNeeds, lineOf, lineParts } from './line.ts';
import type { Given, MadeKind } from './made.ts';
import { isMissing, type Measured } from './measured.ts';

/** How many periods running, ending with this one, a measure passed a test. */
export const streak: MadeKind<StreakAggregate> = {
  parts: ({ measure, test }) => [
    { measure, path: 'measure' },
    ...('line' in test ? lineParts(test.line, 'test/line') : []),
  ],
  needs: (aggregate, period) =>
    periodsOf(aggregate, period).flatMap((past) => [
      { measure: aggregate.measure, period: past },
      ...('line' in aggregate.test ? lineNeeds(aggregate.test.line, past) : []),
    ]),
  runs: () => [],
  figures(aggregate, subjects, given) {
    const past = pairsOf(aggregate, subjects, given);
    return subjects.map((_, row) =>
      lengthOf(
        aggregate,
        past.map((pairs) => pairs[row]!),
      ),
    );
  },
};

/** A figure and what it is held against; where that is the period before, there is none yet. */
type Pair = readonly [Measured, Measured | undefined];

/** In order of time; for a comparison with the period before one more at the beginning. */
function periodsOf({ test, periods, every }: StreakAggregate, period: Period): Period[] {
  return lastPeriods(period, every ?? period.cadence, 'line' in test ? periods : periods + 1);
}

/** By period, the latest first, and by subject. */
function pairsOf(aggregate: StreakAggregate, subjects: readonly string[], given: Given): Pair[][] {
  const { measure, test } = aggregate;
  return periodsOf(aggregate, given.period)
    .toReversed()
    .map((period) => {
      const figures = given.measured({ measure, period }, subjects);
      const lines = 'line' in test ? lineOf(test.line, period, subjects, given) : undefined;
      return figures.map((figure, row) => [figure, lines?.[row]]);
    });
}

function lengthOf({ test, periods, whenMissing }: StreakAggregate, past: readonly Pair[]): Measured {
  const known = whenMissing === 'skip' ? past.filter((pair) => gapIn(pair) === undefined) : past;
  let length = 0;
  for (const [index, [figure, line]] of known.slice(0, periods).entries()) {
    const other = 'line' in test ? line! : known[index + 1]?.[0];
    // Before the first period that is looked at there is nothing that it could have fallen from.
    if (other === undefined) break;
    const gap = gapIn([figure, other]);
    if (gap !== undefined) {
      if (whenMissing === 'end') break;
      return gap;
    }
    const wanted = test.kind === 'below' || test.kind === 'falls' ? -1 : 1;
    if (isMissing(figure) || isMissing(other) || compare(figure, other) !== wanted) break;
    length += 1;
  }
  return integer(length);
}

function gapIn([figure, line]: Pair): Measured | undefined {
  if (isMissing(figure)) return figure;
  return line !== undefined && isMissing(line) ? line : undefined;
}
