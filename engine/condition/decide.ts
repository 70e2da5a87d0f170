import type { DecoratedOperator } from './operator.ts';

/** One value or a list of them; a value is never an array itself. */
export type Operand<X> = X | readonly X[];

/** What operators are made from: on steps of a program, or on values at once. */
export interface Logic<X, T> {
  less(a: X, b: X): T;
  equal(a: X, b: X): T;
  startsWith(a: X, b: X): T;
  and(parts: readonly T[]): T;
  or(parts: readonly T[]): T;
  not(part: T): T;
}

/** A comparison of checked operands; whether a fact is missing is asked elsewhere. */
export function decide<X, T>(
  { decorators, base }: DecoratedOperator,
  left: Operand<X>,
  right: Operand<X>,
  logic: Logic<X, T>,
): T {
  const [decorator, ...inner] = decorators;
  const next = (a: Operand<X>, b: Operand<X>) => decide({ decorators: inner, base }, a, b, logic);
  switch (decorator) {
    case 'not':
      return logic.not(next(left, right));
    case 'swap':
      return next(right, left);
    case 'someFact':
      return logic.or(many(left).map((item) => next(item, right)));
    case 'everyFact':
      return logic.and(many(left).map((item) => next(item, right)));
    case 'someValue':
      return logic.or(many(right).map((item) => next(left, item)));
    case 'everyValue':
      return logic.and(many(right).map((item) => next(left, item)));
    default:
      return compare(base, left, right, logic);
  }
}

function compare<X, T>(
  base: DecoratedOperator['base'],
  left: Operand<X>,
  right: Operand<X>,
  { less, equal, startsWith, and, or, not }: Logic<X, T>,
): T {
  // Not "not less": of a text, neither is true.
  const atMost = (a: X, b: X) => or([less(a, b), equal(a, b)]);
  const atLeast = (a: X, b: X) => or([less(b, a), equal(a, b)]);
  const among = (item: X, list: readonly X[]) => or(list.map((other) => equal(item, other)));
  switch (base) {
    case 'equal':
      return equal(one(left), one(right));
    case 'notEqual':
      return not(equal(one(left), one(right)));
    case 'lessThan':
      return less(one(left), one(right));
    case 'lessThanInclusive':
      return atMost(one(left), one(right));
    case 'greaterThan':
      return less(one(right), one(left));
    case 'greaterThanInclusive':
      return atLeast(one(left), one(right));
    case 'in':
      return among(one(left), many(right));
    case 'notIn':
      return not(among(one(left), many(right)));
    case 'contains':
      return among(one(right), many(left));
    case 'doesNotContain':
      return not(among(one(right), many(left)));
    case 'between': {
      const [low, high] = many(right);
      return and([atLeast(one(left), low!), atMost(one(left), high!)]);
    }
    case 'startsWith':
      return startsWith(one(left), one(right));
    case 'isMissing':
      throw new Error('isMissing compares nothing');
  }
}

function one<X>(operand: Operand<X>): X {
  if (Array.isArray(operand)) throw new Error('a list where one value is compared');
  return operand as X;
}

function many<X>(operand: Operand<X>): readonly X[] {
  if (!Array.isArray(operand)) throw new Error('one value where a list is compared');
  return operand as readonly X[];
}
