import type { Comparison, Condition, ConditionValue, Issue } from '../../schemas/index.ts';
import { errorAt } from './issues.ts';

/** How deep conditions may be nested. */
export const conditionBound = 32;

/** How deep conditions are nested; a comparison alone is 0. */
export function conditionDepth(node: Condition): number {
  const parts = partsOf(node);
  return parts.length === 0 ? 0 : 1 + Math.max(...parts.map(({ part }) => conditionDepth(part)));
}

/** The comparisons of conditions, each with its JSON pointer. */
export function comparisonsOf(
  node: Condition,
  pointer: string,
): { comparison: Comparison; pointer: string }[] {
  if ('fact' in node) return [{ comparison: node, pointer }];
  return partsOf(node).flatMap(({ part, path }) => comparisonsOf(part, `${pointer}/${path}`));
}

/** What a fact is. */
export type FactKind = 'number' | 'text';

const ordering: readonly Comparison['operator'][] = [
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
];

/** Whether the operator and the value of a comparison fit its fact. */
export function checkValue(comparison: Comparison, kind: FactKind, pointer: string): Issue[] {
  const { fact, operator, value } = comparison;
  if (operator === 'isMissing') return [];
  if (kind === 'text' && ordering.includes(operator)) {
    return [errorAt('rule.notANumber', `${pointer}/operator`, { fact })];
  }
  const wanted = kind === 'text' ? 'string' : 'number';
  return valueItems(value, pointer).flatMap(({ item, at }) =>
    typeof item === wanted ? [] : [errorAt('rule.valueType', at, { fact, wanted })],
  );
}

/** The value of a comparison, or each of its values, with its JSON pointer. */
export function valueItems(
  value: ConditionValue,
  pointer: string,
): { item: string | number | boolean; at: string }[] {
  return Array.isArray(value)
    ? value.map((item, index) => ({ item, at: `${pointer}/value/${index}` }))
    : [{ item: value, at: `${pointer}/value` }];
}

function partsOf(node: Condition): { part: Condition; path: string }[] {
  if ('all' in node) return node.all.map((part, index) => ({ part, path: `all/${index}` }));
  if ('any' in node) return node.any.map((part, index) => ({ part, path: `any/${index}` }));
  return 'not' in node ? [{ part: node.not, path: 'not' }] : [];
}
