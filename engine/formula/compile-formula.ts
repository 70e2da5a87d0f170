import { parseDecimal } from '../number/decimal.ts';
import type { Builder, StepRef } from '../program/builder.ts';
import { isFormulaFunction, type Formula } from './formula.ts';

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
        return builder.model(scope, pointer, parseDecimal(node.text)!);
      case 'name':
        return resolve(node.name);
      case 'negate':
        return builder.step(scope, 'sub', [builder.fixed(0), compile(node.operand)]);
      case 'binary':
        return builder.step(scope, node.op, [compile(node.left), compile(node.right)]);
      case 'call':
        if (!isFormulaFunction(node.name)) throw new Error(`unchecked formula: ${node.name}`);
        return builder.step(scope, node.name, node.args.map(compile));
    }
  };
  return compile(formula);
}
