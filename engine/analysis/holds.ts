import type { Comparison, Condition, ConditionValue, Model } from '../../schemas/index.ts';
import { decide, type Logic, type Operand } from '../condition/decide.ts';
import { readOperator } from '../condition/operator.ts';
import { parseDecimal } from '../number/decimal.ts';
import { compare, type Rational } from '../number/rational.ts';

/** A figure or a text that a fact may have. */
export type Cell = Rational | string;
/** By fact and path, what facts are in one case; none is missing. */
export type Case = ReadonlyMap<string, Cell>;

/** What a fact is known by among others. */
export function factKey({ fact, path }: Pick<Comparison, 'fact' | 'path'>): string {
  return path === undefined ? fact : `${fact}.${path}`;
}

const logic: Logic<Cell, boolean> = {
  less: (a, b) => (typeof a === 'string' || typeof b === 'string' ? a < b : compare(a, b) < 0),
  equal: (a, b) => (typeof a === 'string' || typeof b === 'string' ? a === b : compare(a, b) === 0),
  startsWith: (a, b) => typeof a === 'string' && typeof b === 'string' && a.startsWith(b),
  and: (parts) => parts.every(Boolean),
  or: (parts) => parts.some(Boolean),
  not: (part) => !part,
};

/** Whether conditions hold in a case where nothing is missing. */
export function holds(node: Condition, facts: Case, model: Model): boolean {
  if ('all' in node) return node.all.every((part) => holds(part, facts, model));
  if ('any' in node) return node.any.some((part) => holds(part, facts, model));
  if ('not' in node) return !holds(node.not, facts, model);
  if ('condition' in node) {
    const named = (model.conditions ?? []).find(({ id }) => id === node.condition);
    return named !== undefined && holds(named.conditions, facts, model);
  }
  if (node.operator === 'isMissing') return node.value === false;
  const cell = facts.get(factKey(node));
  if (cell === undefined) return false;
  return decide<Cell, boolean>(readOperator(node.operator), cell, operandOf(node.value), logic);
}

function operandOf(value: ConditionValue): Operand<Cell> {
  const one = (item: string | number | boolean): Cell =>
    typeof item === 'number' ? parseDecimal(item)! : String(item);
  return Array.isArray(value) ? value.map(one) : one(value);
}

/** The comparisons of conditions, those of named conditions included. */
export function comparisonsIn(node: Condition, model: Model): Comparison[] {
  if ('all' in node) return node.all.flatMap((part) => comparisonsIn(part, model));
  if ('any' in node) return node.any.flatMap((part) => comparisonsIn(part, model));
  if ('not' in node) return comparisonsIn(node.not, model);
  if ('condition' in node) {
    const named = (model.conditions ?? []).find(({ id }) => id === node.condition);
    return named === undefined ? [] : comparisonsIn(named.conditions, model);
  }
  return [node];
}
