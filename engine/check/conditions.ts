import type {
  Comparison,
  Condition,
  ConditionReference,
  ConditionValue,
  Issue,
} from '../../schemas/index.ts';
import { readOperator, type BaseOperator, type Decorator } from '../condition/operator.ts';
import { errorAt } from './issues.ts';

/** How deep conditions may be nested. */
export const conditionBound = 32;

/** How deep conditions are nested as they are written; a comparison alone is 0, a reference too. */
export function conditionDepth(node: Condition): number {
  const parts = partsOf(node);
  return parts.length === 0 ? 0 : 1 + Math.max(...parts.map(({ part }) => conditionDepth(part)));
}

/** How many comparisons and how many of all, any and not conditions have as they are written; references are none. */
export function conditionNodes(node: Condition): number {
  const own = 'condition' in node ? 0 : 1;
  return partsOf(node).reduce((sum, { part }) => sum + conditionNodes(part), own);
}

/** The comparisons of conditions, each with its JSON pointer. */
export function comparisonsOf(
  node: Condition,
  pointer: string,
): { comparison: Comparison; pointer: string }[] {
  if ('fact' in node) return [{ comparison: node, pointer }];
  return partsOf(node).flatMap(({ part, path }) => comparisonsOf(part, `${pointer}/${path}`));
}

/** The references of conditions, each with its JSON pointer and how deep it stands. */
export function referencesOf(
  node: Condition,
  pointer: string,
  depth = 0,
): { reference: ConditionReference; pointer: string; depth: number }[] {
  if ('condition' in node) return [{ reference: node, pointer, depth }];
  return partsOf(node).flatMap(({ part, path }) => referencesOf(part, `${pointer}/${path}`, depth + 1));
}

/** What a fact is; a name is a text that is only ever compared as a whole. */
export type FactKind = 'number' | 'name' | 'text' | 'date' | 'list';

const ordering: readonly BaseOperator[] = [
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
  'between',
];

/** Whether the operator and the value of a comparison fit its fact. */
export function checkValue(comparison: Comparison, kind: FactKind, pointer: string): Issue[] {
  const { fact, operator, value } = comparison;
  if (operator === 'isMissing') return [];
  const { decorators, base } = readOperator(operator);
  const ordered = kind === 'number' || kind === 'date';
  if (ordering.includes(base) && !ordered) {
    return [errorAt('rule.notANumber', `${pointer}/operator`, { fact })];
  }
  const fits = base !== 'startsWith' || kind === 'text' || kind === 'list';
  if (!fits || !shapesFit(decorators, base, kind === 'list', Array.isArray(value))) {
    return [errorAt('rule.operatorUnfit', `${pointer}/operator`, { fact, operator })];
  }
  const wanted = kind === 'number' || kind === 'date' ? kind : 'string';
  const wrong = valueItems(value, pointer).flatMap(({ item, at }) =>
    (wanted === 'date' ? isDay(item) : typeof item === wanted)
      ? []
      : [errorAt('rule.valueType', at, { fact, wanted })],
  );
  return wrong.length === 0 && base === 'between' ? checkRange(value, pointer) : wrong;
}

/** Whether lists stand where lists are compared, and single values elsewhere. */
function shapesFit(
  [decorator, ...inner]: readonly Decorator[],
  base: BaseOperator,
  left: boolean,
  right: boolean,
): boolean {
  switch (decorator) {
    case 'not':
      return shapesFit(inner, base, left, right);
    case 'swap':
      return shapesFit(inner, base, right, left);
    case 'someFact':
    case 'everyFact':
      return left && shapesFit(inner, base, false, right);
    case 'someValue':
    case 'everyValue':
      return right && shapesFit(inner, base, left, false);
    default:
      if (base === 'isMissing') return false;
      if (base === 'contains' || base === 'doesNotContain') return left && !right;
      return !left && right === (base === 'in' || base === 'notIn' || base === 'between');
  }
}

function checkRange(value: ConditionValue, pointer: string): Issue[] {
  const [low, high, ...more] = value as (string | number)[];
  const rising = low !== undefined && high !== undefined && more.length === 0 && low <= high;
  return rising ? [] : [errorAt('rule.range', `${pointer}/value`)];
}

function isDay(item: unknown): boolean {
  return typeof item === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(item);
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
