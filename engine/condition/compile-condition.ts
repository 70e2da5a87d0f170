import type { Comparison, Condition, Conditions } from '../../schemas/index.ts';
import { parseDecimal } from '../number/decimal.ts';
import type { Builder, StepRef } from '../program/builder.ts';
import type { Value } from '../program/operations.ts';
import { decide } from './decide.ts';
import type { NamedConditions } from './named-conditions.ts';
import { readOperator } from './operator.ts';

type Scalar = string | number | boolean;

/** What conditions may speak of. */
export interface Vocabulary {
  /** The step of a checked fact. */
  resolve(fact: string, path: Comparison['path']): StepRef;
  /** What they may refer to; nothing if absent. */
  readonly named?: NamedConditions;
}

/** What the conditions of a place mean there. */
export interface ConditionScope extends Vocabulary {
  /** Id of the outcome, such as "actions:pip"; the steps before it are numbered below that name. */
  readonly id: string;
  /** JSON pointer of the conditions. */
  readonly pointer: string;
  /** The step of a comparison that is decided apart, as a value that is given. */
  decidedApart?(comparison: Comparison): StepRef | undefined;
}

/**
 * The steps of checked conditions; the last one is true where they hold, null where that is unknown. A reference has the
 * steps of what it names, as if that were written in its place: what it means may differ from place to place.
 */
export function compileConditions(
  builder: Builder,
  conditions: Conditions,
  { id, pointer, resolve, named, decidedApart }: ConditionScope,
): StepRef {
  const inner = `${id}.`;
  const many = (parts: readonly Condition[], at: string) =>
    parts.map((part, index) => compile(part, `${at}/${index}`, inner));
  const compile = (node: Condition, at: string, as: string): StepRef => {
    if ('all' in node) return builder.step(as, 'and', many(node.all, `${at}/all`));
    if ('any' in node) return builder.step(as, 'or', many(node.any, `${at}/any`));
    if ('not' in node) return builder.step(as, 'not', [compile(node.not, `${at}/not`, inner)]);
    if ('condition' in node) {
      const there = named!.get(node.condition)!;
      return compile(there.conditions, there.pointer, as);
    }
    return decidedApart?.(node) ?? compileComparison(builder, node, inner, at, resolve(node.fact, node.path));
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
  const step = (op: 'less' | 'equal' | 'not' | 'or' | 'and' | 'missing', args: readonly StepRef[]) =>
    builder.step(scope, op, args);
  if (operator === 'isMissing') {
    const missing = step('missing', [fact]);
    return value === true ? missing : step('not', [missing]);
  }
  const literal = (item: Scalar, pointer: string) =>
    once(() => builder.model(scope, pointer, valueOfLiteral(item)));
  const operand = Array.isArray(value)
    ? value.map((item, index) => literal(item, `${at}/value/${index}`))
    : literal(value, `${at}/value`);
  return decide<() => StepRef, StepRef>(readOperator(operator), () => fact, operand, {
    less: (a, b) => step('less', [a(), b()]),
    equal: (a, b) => step('equal', [a(), b()]),
    startsWith: () => {
      throw new Error('the beginning of a text is asked of records only');
    },
    and: (parts) => step('and', parts),
    or: (parts) => step('or', parts),
    not: (part) => step('not', [part]),
  });
}

/** A step that is made where it is needed first. */
function once(make: () => StepRef): () => StepRef {
  let made: StepRef | undefined;
  return () => (made ??= make());
}

function valueOfLiteral(item: Scalar): Value {
  return typeof item === 'number' ? parseDecimal(item)! : item;
}
