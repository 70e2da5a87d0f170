import type { Column, Comparison } from '../../schemas/index.ts';
import { decide, type Logic } from './decide.ts';
import { readOperator } from './operator.ts';

type Scalar = string | number | boolean;

/** Days are written YYYY-MM-DD, so that their order is that of their texts. */
const logic: Logic<Scalar, boolean> = {
  less: (a, b) => a < b,
  equal: (a, b) => a === b,
  startsWith: (a, b) => String(a).startsWith(String(b)),
  and: (parts) => parts.every(Boolean),
  or: (parts) => parts.some(Boolean),
  not: (part) => !part,
};

/** A checked comparison with a record's text; unknown where a list has nothing in it. */
export function compareTexts(
  { operator, value }: Comparison,
  text: string,
  column: Column | undefined,
): boolean | null {
  const fact =
    column?.type === 'text' && column.separator !== undefined ? listOf(text, column.separator) : text;
  return fact.length === 0 ? null : decide(readOperator(operator), fact, value, logic);
}

function listOf(text: string, separator: string): string[] {
  return text
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
