import type { Comparison, Condition, Conditions } from '../../schemas/index.ts';
import { parseDecimal } from '../number/decimal.ts';
import type { Builder, StepRef } from '../program/builder.ts';
import type { Value } from '../program/operations.ts';

type Scalar = string | number | boolean;

/** What the conditions of a place mean there. */
export interface ConditionScope {
  /** Id of the outcome, such as "actions:pip"; the steps before it are numbered below that name. */
  readonly id: string;
  /** JSON pointer of the conditions. */
  readonly pointer: string;
  /** The step of a checked fact. */
  resolve(fact: string, path: Comparison['path']): StepRef;
}

/** The steps of checked conditions; the last one is true where they hold, null where that is unknown. */
export function compileConditions(
  builder: Builder,
  conditions: Conditions,
  { id, pointer, resolve }: ConditionScope,
): StepRef {
  const inner = `${id}.`;
  const many = (parts: readonly Condition[], at: string) =>
    parts.map((part, index) => compile(part, `${at}/${index}`, inner));
  const compile = (node: Condition, at: string, as: string): StepRef => {
    if ('all' in node) return builder.step(as, 'and', many(node.all, `${at}/all`));
    if ('any' in node) return builder.step(as, 'or', many(node.any, `${at}/any`));
    if ('not' in node) return builder.step(as, 'not', [compile(node.not, `${at}/not`, inner)]);
    return compileComparison(builder, node, inner, at, resolve(node.fact, node.path));
  };
  return compile(conditions, pointer, id);
}

function compileComparison(
  builder: Builder,
  { operator, value }: Comparison,
  scope: string,
  at: string,
  fact: StepRef,
): StepRef {
  const step = (op: 'less' | 'equal' | 'not' | 'or' | 'missing', ...args: StepRef[]) =>
    builder.step(scope, op, args);
  const literal = (item: Scalar, pointer = `${at}/value`) =>
    builder.model(scope, pointer, valueOfLiteral(item));
  const threshold = () => literal(value as Scalar);
  const equal = (limit: StepRef) => step('equal', fact, limit);
  const orEqual = (less: StepRef, limit: StepRef) => step('or', less, equal(limit));
  const among = () =>
    step(
      'or',
      ...(value as Scalar[]).map((item, index) => step('equal', fact, literal(item, `${at}/value/${index}`))),
    );
  switch (operator) {
    case 'equal':
      return equal(threshold());
    case 'notEqual':
      return step('not', equal(threshold()));
    case 'in':
      return among();
    case 'notIn':
      return step('not', among());
    case 'lessThan':
      return step('less', fact, threshold());
    case 'greaterThan':
      return step('less', threshold(), fact);
    // Not "not less": of a text, neither is true.
    case 'lessThanInclusive': {
      const limit = threshold();
      return orEqual(step('less', fact, limit), limit);
    }
    case 'greaterThanInclusive': {
      const limit = threshold();
      return orEqual(step('less', limit, fact), limit);
    }
    case 'isMissing':
      return value === true ? step('missing', fact) : step('not', step('missing', fact));
  }
}

function valueOfLiteral(item: Scalar): Value {
  return typeof item === 'number' ? parseDecimal(item)! : item;
}
