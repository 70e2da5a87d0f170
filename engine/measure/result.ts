import type { Period, ResultAggregate, ResultFigure } from '../../schemas/index.ts';
import { parseDecimal } from '../number/decimal.ts';
import { lastPeriods, periodsWithin } from '../period/running.ts';
import type { Measured } from './measured.ts';
import type { MadeKind, ResultFound, RunAsked } from './made.ts';
import { oneOf, present } from './one-of.ts';

/** A figure of stored results, of this very run or of runs of earlier or shorter periods. */
export const result: MadeKind<ResultAggregate> = {
  parts: () => [],
  needs: () => [],
  runs: runsOf,
  figures(aggregate, subjects, given) {
    const { figure, over, places = 4 } = aggregate;
    const runs = runsOf(aggregate, given.period);
    return subjects.map((subject) => {
      const figures = runs.map((asked) => figureOf(figure, given.result(asked, given.about, subject)));
      if (over.kind === 'thisRun') return figures[0]!;
      const there = present(figures, over.whenMissing, { missing: 'noRun' });
      return 'length' in there ? oneOf(over.take, there, places) : there;
    });
  },
};

/** In order of time. */
function runsOf({ over }: ResultAggregate, period: Period): RunAsked[] {
  if (over.kind === 'thisRun') return [undefined];
  const { runs } = over;
  const periods =
    over.kind === 'within'
      ? periodsWithin(period, over.every)
      : periodsBefore(period, over.every, over.periods);
  return periods.map(({ id }) => ({ period: id, runs }));
}

/** The last so many that end before the period begins. */
function periodsBefore(period: Period, every: Period['cadence'] = period.cadence, count: number): Period[] {
  return lastPeriods({ ...period, end: period.start }, every, count);
}

function figureOf(figure: ResultFigure, found: ResultFound): Measured {
  if (typeof found === 'string') return { missing: found };
  const text = textOf(figure, found);
  const value = text === null ? undefined : parseDecimal(text);
  return value ?? { missing: 'noResult' };
}

function textOf(figure: ResultFigure, found: Exclude<ResultFound, string>): string | number | null {
  switch (figure.kind) {
    case 'composite':
      return found.composite;
    case 'value':
    case 'score':
      return Object.hasOwn(found.metrics, figure.metric) ? found.metrics[figure.metric]![figure.kind] : null;
    case 'grade':
      return figure.points.find(({ grade }) => grade === found.grade)?.points ?? null;
    case 'rank':
      return found.rank?.position ?? null;
  }
}
