/** The largest whole number that the fast back ends count with: far enough below 2^53 that quotients of them round safely. */
export const wholeLimit = 2 ** 51;

/** The largest figure, in units, that is taken from outside or from a rounding; a row with a larger one is computed exactly. */
export const figureLimit = 1e12;

/**
 * What a node yields in a float64; NaN is missing or unknown throughout.
 * - whole: an exact whole number between `low` and `high`: a figure in units that the lowering knows;
 * - real: an approximation, with a bound of its error beside it;
 * - truth: 1 or 0; text: its number in the dictionary; nothing: always NaN.
 */
export type Kind =
  | { readonly kind: 'whole'; readonly low: number; readonly high: number }
  | { readonly kind: 'real' }
  | { readonly kind: 'truth' }
  | { readonly kind: 'text' }
  | { readonly kind: 'nothing' };

export type NodeRef = number;

/**
 * One node of a lowered program, in single-assignment form: its arguments are earlier nodes, of one kind.
 * - load: `value` is the number of the input; constant: `value`;
 * - real: whole ÷ 10^`value`; ratio: whole ÷ whole × 10^`value`, a real;
 * - round: a whole by the divisor `value`; a real to `value` places, whole from then on.
 */
export interface Node {
  readonly op: NodeOp;
  readonly args: readonly NodeRef[];
  readonly value: number;
  readonly kind: Kind;
}

export type NodeOp =
  | 'load'
  | 'constant'
  | 'add'
  | 'sub'
  | 'mul'
  | 'div'
  | 'min'
  | 'max'
  | 'real'
  | 'ratio'
  | 'round'
  | 'less'
  | 'equal'
  | 'missing'
  | 'and'
  | 'or'
  | 'not'
  | 'choose';
