import { parseDecimal } from '../number/decimal.ts';
import type { Rational } from '../number/rational.ts';
import type { Builder, StepRef } from '../program/builder.ts';
import { placesOf } from './check-formula.ts';
import type { Formula, FormulaComparison } from './formula.ts';
import { functionOf } from './functions.ts';

/**
 * The steps of a checked formula.
 * @param scope prefix of the numbered steps, such as "attainment.value."
 * @param pointer of the formula in the model: where its numbers are written.
 * @param resolve the step of a name.
 */
export function compileFormula(
  builder: Builder,
  formula: Formula,
  scope: string,
  pointer: string,
  resolve: (name: string) => StepRef,
): StepRef {
  const compile = (node: Formula): StepRef => {
    switch (node.kind) {
      case 'number':
        return builder.model(scope, pointer, numberOf(node));
      case 'name':
        return resolve(node.name);
      case 'negate':
        return builder.step(scope, 'sub', [builder.fixed(0), compile(node.operand)]);
      case 'power':
        return power(builder, scope, compile(node.base), node.exponent);
      case 'binary':
        return builder.step(scope, node.op, [compile(node.left), compile(node.right)]);
      case 'compare':
        return compare(builder, scope, node.op, compile(node.left), compile(node.right));
      case 'call': {
        if (node.name === 'round') {
          const [a, places] = node.args;
          return builder.step(scope, 'round', [compile(a!)], places === undefined ? 0 : placesOf(places)!);
        }
        const known = functionOf(node.name);
        if (known === undefined) throw new Error(`unchecked formula: ${node.name}`);
        return known.compile({ builder, scope, pointer }, node.args.map(compile));
      }
    }
  };
  return compile(formula);
}

function numberOf({ text, percent }: Extract<Formula, { kind: 'number' }>): Rational {
  const { n, d } = parseDecimal(text)!;
  return { n, d: percent === true ? d * 100n : d };
}

function compare(builder: Builder, scope: string, op: FormulaComparison, a: StepRef, b: StepRef): StepRef {
  const less = (one: StepRef, other: StepRef) => builder.step(scope, 'less', [one, other]);
  const equal = () => builder.step(scope, 'equal', [a, b]);
  switch (op) {
    case 'less':
      return less(a, b);
    case 'greater':
      return less(b, a);
    case 'atMost':
      return builder.step(scope, 'not', [less(b, a)]);
    case 'atLeast':
      return builder.step(scope, 'not', [less(a, b)]);
    case 'equal':
      return equal();
    case 'differs':
      return builder.step(scope, 'not', [equal()]);
  }
}

/** A whole power by repeated multiplication; to the power of nothing, one, unless the base is missing. */
function power(builder: Builder, scope: string, base: StepRef, exponent: number): StepRef {
  if (exponent < 0) {
    return builder.step(scope, 'div', [builder.fixed(1), power(builder, scope, base, -exponent)]);
  }
  if (exponent === 0) {
    const none = builder.step(scope, 'mul', [base, builder.fixed(0)]);
    return builder.step(scope, 'add', [none, builder.fixed(1)]);
  }
  return exponent === 1
    ? base
    : builder.step(
        scope,
        'mul',
        Array.from({ length: exponent }, () => base),
      );
}
