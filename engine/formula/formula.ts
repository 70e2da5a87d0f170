import { parse, SyntaxError as FormulaSyntaxError } from './generated/parser.js';

/** A parsed formula. `at` is the position in the text, counted from 0. */
export type Formula =
  | { readonly kind: 'number'; readonly text: string; readonly at: number }
  | { readonly kind: 'name'; readonly name: string; readonly at: number }
  | { readonly kind: 'negate'; readonly operand: Formula; readonly at: number }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Formula[]; readonly at: number }
  | {
      readonly kind: 'binary';
      readonly op: 'add' | 'sub' | 'mul' | 'div';
      readonly left: Formula;
      readonly right: Formula;
      readonly at: number;
    };

/** Where a formula stops making sense, and what stands there ("" at its end). */
export interface FormulaError {
  readonly at: number;
  readonly found: string;
}

/** Functions a formula may call. */
export const formulaFunctions = ['min', 'max'] as const;
export type FormulaFunction = (typeof formulaFunctions)[number];

export function isFormulaFunction(name: string): name is FormulaFunction {
  return (formulaFunctions as readonly string[]).includes(name);
}

/** Parses the text of a formula; names and functions are not looked up yet. */
export function parseFormula(text: string): { formula: Formula } | { error: FormulaError } {
  try {
    return { formula: parse(text) as Formula };
  } catch (error) {
    if (!(error instanceof FormulaSyntaxError)) throw error;
    return { error: { at: error.location.start.offset, found: error.found ?? '' } };
  }
}

/** All nodes of a formula, the outer before the inner. */
export function* formulaNodes(formula: Formula): Generator<Formula> {
  yield formula;
  switch (formula.kind) {
    case 'negate':
      yield* formulaNodes(formula.operand);
      break;
    case 'call':
      for (const arg of formula.args) yield* formulaNodes(arg);
      break;
    case 'binary':
      yield* formulaNodes(formula.left);
      yield* formulaNodes(formula.right);
      break;
    default:
  }
}
