import type { Aggregate, MissingReason } from '../../schemas/index.ts';
import { add, compare, divide, integer, multiply, round, zero, type Rational } from '../number/rational.ts';
import { isRational, type Value } from '../program/operations.ts';

/** A measure's figure, or why it is missing. */
export type Measured = Rational | { readonly missing: MissingReason };

/** Collects the matching records of one subject; the order they come in never matters. */
export interface Accumulator {
  /** @param cell the aggregated column's value, null where empty; for share whether the record counts. */
  take(cell: Value): void;
  figure(): Measured;
}

const noRecords: Measured = { missing: 'noRecords' };

/**
 * An empty accumulator for an aggregate of records.
 * @param smallest how many records it takes at least; with fewer, though there are some, the figure is missing.
 */
export function accumulatorOf(aggregate: Exclude<Aggregate, { kind: 'given' }>, smallest = 1): Accumulator {
  const accumulator = anyNumber(aggregate);
  if (smallest === 1) return accumulator;
  let records = 0;
  return {
    take(cell) {
      // An empty cell is no answer.
      if (cell !== null || !('column' in aggregate)) records += 1;
      accumulator.take(cell);
    },
    figure: () => (records > 0 && records < smallest ? { missing: 'tooFewRecords' } : accumulator.figure()),
  };
}

function anyNumber(aggregate: Exclude<Aggregate, { kind: 'given' }>): Accumulator {
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
