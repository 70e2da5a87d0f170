import type { Comparison, Condition, ConditionValue, Conditions, Operator } from '../../schemas/index.ts';

const operators = {
  '<': 'lessThan',
  '<=': 'lessThanInclusive',
  '>': 'greaterThan',
  '>=': 'greaterThanInclusive',
  is: 'equal',
  isNot: 'notEqual',
  in: 'in',
  notIn: 'notIn',
} as const satisfies Record<string, Operator>;

/** A comparison; `fact` is a name, or a metric's `name.value` or `name.score`. */
export function compare(fact: string, sign: keyof typeof operators, value: ConditionValue): Comparison {
  const [name = fact, path] = fact.split('.');
  const isPath = path === 'value' || path === 'score';
  return { fact: name, ...(isPath && { path }), operator: operators[sign], value };
}

export function all(...parts: Condition[]): Conditions {
  return { all: parts };
}

export function any(...parts: Condition[]): Conditions {
  return { any: parts };
}

export function not(part: Condition): Conditions {
  return { not: part };
}
