import * as number from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';

/** What a step can yield: a number, a text, a truth, or null: missing, unknown. */
export type Value = Rational | string | boolean | null;

type Operation = (args: readonly Value[], places: number) => Value;

/**
 * The whole arithmetic of the engine, and of its receipts. A missing argument makes the outcome missing, but for
 * three-valued logic (and, or, not), for missing, which asks, and for choose, which takes its last argument then.
 */
export const operations = {
  add: numeric((a, b) => number.add(a, b)),
  sub: numeric((a, b) => number.subtract(a, b)),
  mul: numeric((a, b) => number.multiply(a, b)),
  div: numeric((a, b) => number.divide(a, b)),
  min: numeric((a, b) => (number.compare(b, a) < 0 ? b : a)),
  max: numeric((a, b) => (number.compare(b, a) > 0 ? b : a)),
  round: ([a = null], places) => (isRational(a) ? number.round(a, places) : null),
  less: ([a = null, b = null]) => {
    if (a === null || b === null) return null;
    return isRational(a) && isRational(b) && number.compare(a, b) < 0;
  },
  equal: ([a = null, b = null]) => {
    if (a === null || b === null) return null;
    return isRational(a) && isRational(b) ? number.compare(a, b) === 0 : a === b;
  },
  missing: ([a = null]) => a === null,
  and: (args) => decided(args, false),
  or: (args) => decided(args, true),
  not: ([a = null]) => (typeof a === 'boolean' ? !a : null),
  choose: ([condition = null, a = null, b = null]) => (condition === true ? a : b),
} satisfies Record<string, Operation>;

export type OperationName = keyof typeof operations;

export function isRational(value: Value): value is Rational {
  return typeof value === 'object' && value !== null;
}

/** Folds two or more numbers from the left; anything missing makes the outcome missing. */
function numeric(fold: (a: Rational, b: Rational) => Rational | null): Operation {
  return (args) => {
    let result: Rational | null = null;
    for (const [position, arg] of args.entries()) {
      if (!isRational(arg)) return null;
      result = position === 0 ? arg : fold(result!, arg);
      if (result === null) return null;
    }
    return result;
  };
}

/** One deciding argument decides; else one unknown makes it unknown. */
function decided(args: readonly Value[], deciding: boolean): Value {
  if (args.includes(deciding)) return deciding;
  return args.includes(null) ? null : !deciding;
}
