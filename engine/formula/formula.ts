import { parse, SyntaxError as FormulaSyntaxError } from './generated/parser.js';

/** How two numbers are compared. */
export type FormulaComparison = 'less' | 'atMost' | 'greater' | 'atLeast' | 'equal' | 'differs';

/** A parsed formula. `at` is the position in the text, counted from 0. */
export type Formula =
  | { readonly kind: 'number'; readonly text: string; readonly percent?: true; readonly at: number }
  | { readonly kind: 'name'; readonly name: string; readonly at: number }
  | { readonly kind: 'negate'; readonly operand: Formula; readonly at: number }
  | { readonly kind: 'power'; readonly base: Formula; readonly exponent: number; readonly at: number }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Formula[]; readonly at: number }
  | {
      readonly kind: 'binary';
      readonly op: 'add' | 'sub' | 'mul' | 'div';
      readonly left: Formula;
      readonly right: Formula;
      readonly at: number;
    }
  | {
      readonly kind: 'compare';
      readonly op: FormulaComparison;
      readonly left: Formula;
      readonly right: Formula;
      readonly at: number;
    };

/** Where a formula stops making sense, and what stands there ("" at its end). */
export interface FormulaError {
  readonly at: number;
  readonly found: string;
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

/** The nodes right inside one. */
export function partsOf(formula: Formula): readonly Formula[] {
  switch (formula.kind) {
    case 'negate':
      return [formula.operand];
    case 'power':
      return [formula.base];
    case 'call':
      return formula.args;
    case 'binary':
    case 'compare':
      return [formula.left, formula.right];
    default:
      return [];
  }
}

/** All nodes of a formula, the outer before the inner. */
export function* formulaNodes(formula: Formula): Generator<Formula> {
  yield formula;
  for (const part of partsOf(formula)) yield* formulaNodes(part);
}
