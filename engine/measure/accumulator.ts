import { add, compare, divide, integer, multiply, round, zero, type Rational } from '../number/rational.ts';
import { isRational } from '../program/operations.ts';
import type { RecordAggregate, RecordMeasure } from './kinds.ts';
import type { Accumulator, Measured } from './measured.ts';
import { rating } from './raters.ts';

const noRecords: Measured = { missing: 'noRecords' };

/** How many places a figure of a computed column has. */
const computedPlaces = 4;

/**
 * An empty accumulator for an aggregate of records.
 * @param drawnFor what a sample is drawn for: the period and the subject.
 */
export function accumulatorOf(measure: RecordMeasure, drawnFor: readonly string[]): Accumulator {
  const { aggregate, computed = [], smallest = 1 } = measure;
  const accumulator = anyNumber(aggregate, drawnFor);
  const isComputed = 'column' in aggregate && computed.some(({ id }) => id === aggregate.column);
  if (smallest === 1 && !isComputed) return accumulator;
  let records = 0;
  return {
    take(cell, record) {
      // An empty cell is no answer.
      if (cell !== null || !('column' in aggregate)) records += 1;
      accumulator.take(cell, record);
    },
    figure() {
      // With fewer than it takes, though there are some, the figure is missing.
      if (records > 0 && records < smallest) return { missing: 'tooFewRecords' };
      const figure = accumulator.figure();
      // A third of an hour has no last digit.
      return isComputed && !('missing' in figure) && figure.d !== 1n ? round(figure, computedPlaces) : figure;
    },
  };
}

function anyNumber(aggregate: RecordAggregate, drawnFor: readonly string[]): Accumulator {
  switch (aggregate.kind) {
    case 'count':
      return counting(aggregate.whenEmpty);
    case 'distinctCount':
      return distinct(aggregate.whenEmpty);
    case 'sum':
      return summing(aggregate.whenEmpty);
    case 'mean':
      return averaging(aggregate.places ?? 4);
    case 'min':
      return extreme(-1);
    case 'max':
      return extreme(1);
    case 'share':
      return sharing(aggregate.places ?? 4);
    case 'raters':
      return rating(aggregate, drawnFor);
  }
}

function empty(whenEmpty: 'zero' | 'missing'): Measured {
  return whenEmpty === 'zero' ? zero : noRecords;
}

function counting(whenEmpty: 'zero' | 'missing'): Accumulator {
  let count = 0;
  return {
    take: () => {
      count += 1;
    },
    figure: () => (count === 0 ? empty(whenEmpty) : integer(count)),
  };
}

function distinct(whenEmpty: 'zero' | 'missing'): Accumulator {
  const seen = new Set<string>();
  let records = 0;
  return {
    take: (cell) => {
      records += 1;
      if (cell !== null) seen.add(isRational(cell) ? `${cell.n}/${cell.d}` : String(cell));
    },
    figure: () => (records === 0 ? empty(whenEmpty) : integer(seen.size)),
  };
}

function summing(whenEmpty: 'zero' | 'missing'): Accumulator {
  let sum: Rational | null = zero;
  let records = 0;
  return {
    take: (cell) => {
      records += 1;
      sum = sum !== null && isRational(cell) ? add(sum, cell) : null;
    },
    figure: () => (records === 0 ? empty(whenEmpty) : (sum ?? { missing: 'emptyCell' })),
  };
}

function averaging(places: number): Accumulator {
  let sum = zero;
  let count = 0;
  return {
    take: (cell) => {
      if (!isRational(cell)) return;
      sum = add(sum, cell);
      count += 1;
    },
    figure: () => (count === 0 ? noRecords : round(divide(sum, integer(count))!, places)),
  };
}

function extreme(sign: 1 | -1): Accumulator {
  let best: Rational | null = null;
  return {
    take: (cell) => {
      if (isRational(cell) && (best === null || compare(cell, best) === sign)) best = cell;
    },
    figure: () => best ?? noRecords,
  };
}

function sharing(places: number): Accumulator {
  let matching = 0;
  let all = 0;
  return {
    take: (cell) => {
      all += 1;
      if (cell === true) matching += 1;
    },
    figure: () =>
      all === 0 ? noRecords : round(divide(multiply(integer(matching), integer(100)), integer(all))!, places),
  };
}
