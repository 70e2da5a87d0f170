import type { Comparison, Condition } from '../../schemas/index.ts';
import { binary, name, number, text, type Expression } from './expression.ts';

/** @param nameOf the name of what a comparison asks for. */
export function conditionExpression(
  condition: Condition,
  nameOf: (fact: string, path?: Comparison['path']) => string,
): Expression {
  const inner = (part: Condition) => conditionExpression(part, nameOf);
  if ('all' in condition) return { kind: 'and', parts: condition.all.map(inner) };
  if ('any' in condition) return { kind: 'or', parts: condition.any.map(inner) };
  if ('not' in condition) return { kind: 'not', operand: inner(condition.not) };
  if ('condition' in condition) throw new Error('no references in the workload');
  return comparison(condition, name(nameOf(condition.fact, condition.path)));
}

function comparison({ operator, value }: Comparison, fact: Expression): Expression {
  const constant = () => (typeof value === 'string' ? text(value) : number(Number(value)));
  switch (operator) {
    case 'lessThan':
      return binary('less', fact, constant());
    case 'lessThanInclusive':
      return binary('atMost', fact, constant());
    case 'greaterThan':
      return binary('less', constant(), fact);
    case 'greaterThanInclusive':
      return binary('atMost', constant(), fact);
    case 'equal':
      return binary('equal', fact, constant());
    case 'notEqual':
      return { kind: 'not', operand: binary('equal', fact, constant()) };
    case 'in':
      return { kind: 'in', operand: fact, texts: textsOf(value) };
    case 'notIn':
      return { kind: 'not', operand: { kind: 'in', operand: fact, texts: textsOf(value) } };
    default:
      throw new Error(`not in the workload: ${operator}`);
  }
}

function textsOf(value: Comparison['value']): string[] {
  return Array.isArray(value) ? value.map(String) : [String(value)];
}
