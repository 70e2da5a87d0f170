import * as number from '../number/rational.ts';
import { integer, powerOfTen, type Rational } from '../number/rational.ts';
import type { Node, NodeRef } from './node.ts';

/** Half the distance between neighbouring float64s, relative, and a little more: what one operation can be off by. */
export const ulp = 2 ** -52;

/** Beyond these a product or a quotient is not held as well as its error says. */
export const [smallest, largest] = [1e-290, 1e150];

/**
 * The exact value of a real node, from the whole numbers that it is made of.
 * @param whole the value of a whole node, or of a truth; NaN where it is missing.
 * @returns null where it is missing.
 */
export function exactReal(
  nodes: readonly Node[],
  ref: NodeRef,
  whole: (ref: NodeRef) => number,
): Rational | null {
  const { op, args, value } = nodes[ref]!;
  const counted = (arg: NodeRef) => {
    const units = whole(arg);
    return Number.isNaN(units) ? null : integer(units);
  };
  const real = (arg: NodeRef) => exactReal(nodes, arg, whole);
  switch (op) {
    case 'real': {
      const units = counted(args[0]!);
      return units === null ? null : { n: units.n, d: powerOfTen(value) };
    }
    case 'ratio': {
      const [a, b] = [counted(args[0]!), counted(args[1]!)];
      if (a === null || b === null) return null;
      const quotient = number.divide(a, b);
      return quotient === null ? null : shifted(quotient, value);
    }
    case 'choose':
      return real(whole(args[0]!) === 1 ? args[1]! : args[2]!);
    case 'add':
    case 'sub':
    case 'mul':
    case 'div':
    case 'min':
    case 'max': {
      const [a, b] = [real(args[0]!), real(args[1]!)];
      return a === null || b === null ? null : combined(op, a, b);
    }
    // What is missing by rule.
    case 'constant':
      return null;
    default:
      throw new Error(`${op} is not real`);
  }
}

function combined(
  op: 'add' | 'sub' | 'mul' | 'div' | 'min' | 'max',
  a: Rational,
  b: Rational,
): Rational | null {
  switch (op) {
    case 'add':
      return number.add(a, b);
    case 'sub':
      return number.subtract(a, b);
    case 'mul':
      return number.multiply(a, b);
    case 'div':
      return number.divide(a, b);
    case 'min':
      return number.compare(b, a) < 0 ? b : a;
    case 'max':
      return number.compare(b, a) > 0 ? b : a;
  }
}

function shifted({ n, d }: Rational, places: number): Rational {
  return places < 0 ? { n, d: d * powerOfTen(-places) } : { n: n * powerOfTen(places), d };
}
