/** Conditions of rules as the model format describes them; shares no code with the engine. */
import { less, rational, type Rational } from './fractions.ts';
import { decorated } from './operators.ts';

export type Scalar = string | number | boolean;
type Comparison = {
  fact: string;
  path?: 'value' | 'score' | 'level';
  operator: string;
  value: Scalar | Scalar[];
};
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { condition: string }
  | Comparison;
export type Named = { id: string; conditions: Condition };
export type FactOf = (comparison: Comparison) => Rational | string | null;

/**
 * True, false, or null: unknown.
 * @param named what references stand for.
 */
export function holds(condition: Condition, factOf: FactOf, named: Named[]): boolean | null {
  const decide = (parts: Condition[], decisive: boolean): boolean | null => {
    const answers = parts.map((part) => holds(part, factOf, named));
    return answers.includes(decisive) ? decisive : answers.includes(null) ? null : !decisive;
  };
  if ('all' in condition) return decide(condition.all, false);
  if ('any' in condition) return decide(condition.any, true);
  if ('not' in condition) {
    const answer = holds(condition.not, factOf, named);
    return answer === null ? null : !answer;
  }
  if ('condition' in condition) {
    return holds(named.find(({ id }) => id === condition.condition)!.conditions, factOf, named);
  }
  const { operator, value } = condition;
  const fact = factOf(condition);
  if (operator === 'isMissing') return (fact === null) === value;
  if (fact === null) return null;
  const side = (a: Scalar): number => {
    if (typeof fact === 'string' || typeof a !== 'number') return fact === a ? 0 : NaN;
    return less(fact, rational(a)) ? -1 : less(rational(a), fact) ? 1 : 0;
  };
  if (operator.includes(':') || operator === 'between') return decorated(operator, value, side);
  if (Array.isArray(value)) return value.some((a) => side(a) === 0) === (operator === 'in');
  if (operator === 'equal') return side(value) === 0;
  if (operator === 'notEqual') return side(value) !== 0;
  if (operator === 'lessThan') return side(value) < 0;
  if (operator === 'lessThanInclusive') return side(value) <= 0;
  return operator === 'greaterThan' ? side(value) > 0 : side(value) >= 0;
}
