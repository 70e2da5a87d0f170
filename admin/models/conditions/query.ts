import type { Comparison, Condition, ConditionValue, Conditions } from '../../../schemas/index.ts';

/** A comparison as react-querybuilder has it; a reference to a named condition is one, too. */
export interface QueryRule {
  readonly id?: string;
  readonly field: string;
  readonly operator: string;
  readonly value: unknown;
}

/** A group as react-querybuilder has it. `bare`: its one rule stands without the group. */
export interface QueryGroup {
  readonly id?: string;
  readonly combinator: string;
  readonly not?: boolean;
  readonly bare?: boolean;
  readonly rules: readonly (QueryRule | QueryGroup)[];
}

/** The field of a reference; no fact is called so. */
export const referenceField = '$condition';
export const referenceOperator = '=';

/** A fact with its path as the name of a field. */
export function fieldOf({ fact, path }: Pick<Comparison, 'fact' | 'path'>): string {
  return path === undefined ? fact : `${fact}.${path}`;
}

/** Conditions for the builder; `conditionsOf` gives them back as they were. */
export function queryOf(node: Condition): QueryGroup {
  const made = partOf(node);
  return 'rules' in made ? made : { combinator: 'and', bare: true, rules: [made] };
}

function partOf(node: Condition): QueryRule | QueryGroup {
  if ('all' in node) return { combinator: 'and', rules: node.all.map(partOf) };
  if ('any' in node) return { combinator: 'or', rules: node.any.map(partOf) };
  if ('not' in node) {
    const inner = partOf(node.not);
    // A group that is denied already cannot be denied twice: it stands within one that is.
    return 'rules' in inner && inner.not !== true
      ? { ...inner, not: true }
      : { combinator: 'and', not: true, bare: true, rules: [inner] };
  }
  if ('condition' in node)
    return { field: referenceField, operator: referenceOperator, value: node.condition };
  return { field: fieldOf(node), operator: node.operator, value: node.value };
}

/** What the builder shows, as conditions of a rule. */
export function conditionsOf(group: QueryGroup): Conditions {
  const node = nodeOf(group);
  return 'fact' in node ? { all: [node] } : node;
}

function nodeOf(part: QueryRule | QueryGroup): Condition {
  if (!('rules' in part)) return ruleOf(part);
  const { combinator, not = false, bare = false, rules } = part;
  const parts = rules.map(nodeOf);
  const inner: Condition =
    bare && parts.length === 1 ? parts[0]! : combinator === 'or' ? { any: parts } : { all: parts };
  return not ? { not: inner } : inner;
}

function ruleOf({ field, operator, value }: QueryRule): Condition {
  if (field === referenceField) return { condition: String(value) };
  const [fact = '', path] = field.split('.');
  return {
    fact,
    ...(path !== undefined && { path: path as NonNullable<Comparison['path']> }),
    operator,
    value: value as ConditionValue,
  };
}
