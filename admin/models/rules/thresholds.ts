import type { Comparison, Condition, DecimalInput } from '../../../schemas/index.ts';

/** A figure that a rule compares with. */
export interface Threshold {
  /** JSON pointer of the figure in the model. */
  readonly pointer: string;
  readonly comparison: Comparison;
  readonly value: DecimalInput;
}

const ordering: ReadonlySet<string> = new Set([
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
]);

/** The figures in a rule's conditions, in their order; those of named conditions are theirs. */
export function thresholdsOf(node: Condition, pointer: string): Threshold[] {
  if ('all' in node) return node.all.flatMap((part, index) => thresholdsOf(part, `${pointer}/all/${index}`));
  if ('any' in node) return node.any.flatMap((part, index) => thresholdsOf(part, `${pointer}/any/${index}`));
  if ('not' in node) return thresholdsOf(node.not, `${pointer}/not`);
  if ('condition' in node) return [];
  const { operator, value } = node;
  // A text that stands where a figure must be is one being typed.
  const isFigure = typeof value === 'number' || (typeof value === 'string' && ordering.has(operator));
  return isFigure ? [{ pointer: `${pointer}/value`, comparison: node, value }] : [];
}
