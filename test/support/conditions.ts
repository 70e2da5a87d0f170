import { compileConditions } from '../../engine/condition/compile-condition.ts';
import { namedConditions } from '../../engine/condition/named-conditions.ts';
import { parseDecimal } from '../../engine/number/decimal.ts';
import { createBuilder } from '../../engine/program/builder.ts';
import type { Value } from '../../engine/program/operations.ts';
import { runProgram } from '../../engine/program/run.ts';
import type { Comparison, Condition, Conditions, NamedCondition } from '../../schemas/index.ts';
import { pick, whole, type Random } from './random.ts';

export type FactValue = number | string | boolean;
export type Facts = Readonly<Record<string, FactValue>>;

/** What our evaluator says of conditions: true, false, or null where that is unknown. */
export function verdict(conditions: Conditions, facts: Facts, named: NamedCondition[] = []): Value {
  const builder = createBuilder();
  compileConditions(builder, conditions, {
    id: 'rule',
    pointer: '',
    resolve: (fact) => builder.column(fact),
    named: namedConditions({ conditions: named }),
  });
  const column = (name: string): Value => {
    const value = Object.hasOwn(facts, name) ? facts[name]! : null;
    return typeof value === 'number' ? parseDecimal(value)! : value;
  };
  return runProgram(builder.steps, column).at(-1) ?? null;
}

const numbers = [
  0, -0.01, 0.1, 0.2, 0.3, 1, 2.5, 79.99, 80, 89.995, 90, 100, -5, 1e6, 12345678.9012, 0.000001,
];
const texts = ['won', 'lost', '90', '80', '1e3', 'excellent', '成熟期', 'true', '__proto__'];

/** Facts f0…f5 and some with names that trip objects; present with the chance given. */
export function randomFacts(random: Random, present: number): Facts {
  const facts: [string, FactValue][] = [];
  for (const name of factNames) {
    if (random() < present) facts.push([name, randomValue(random)]);
  }
  return Object.fromEntries(facts);
}

const factNames = ['f0', 'f1', 'f2', 'f3', '销售额', 'constructor', 'toString'];

function randomValue(random: Random): FactValue {
  const kind = random();
  if (kind < 0.6) return pick(random, numbers);
  return kind < 0.9 ? pick(random, texts) : random() < 0.5;
}

/** Conditions that the schema admits, nested up to the depth given; they may refer to the names. */
export function randomConditions(
  random: Random,
  depth: number,
  withMissing: boolean,
  names: readonly string[] = [],
): Conditions {
  const part = () => randomCondition(random, depth - 1, withMissing, names);
  const parts = () => Array.from({ length: whole(random, 1, 4) }, part);
  const kind = random();
  if (kind < 0.4) return { all: parts() };
  return kind < 0.8 ? { any: parts() } : { not: part() };
}

/** Named conditions; each may refer to those before it. */
export function randomNamed(random: Random, withMissing: boolean): NamedCondition[] {
  const names = ['c0', 'constructor', '正式员工', 'all'];
  return names.map((id, index) => {
    const before = names.slice(0, index);
    const alias = index > 0 && random() < 0.2;
    const conditions = alias
      ? { condition: pick(random, before) }
      : randomConditions(random, 2, withMissing, before);
    return { id, name: { zh: id, en: id }, conditions };
  });
}

function randomCondition(
  random: Random,
  depth: number,
  withMissing: boolean,
  names: readonly string[],
): Condition {
  if (names.length > 0 && random() < 0.3) return { condition: pick(random, names) };
  if (depth > 0 && random() < 0.4) return randomConditions(random, depth, withMissing, names);
  return randomComparison(random, withMissing);
}

function randomComparison(random: Random, withMissing: boolean): Comparison {
  const fact = pick(random, factNames);
  const kind = random();
  if (withMissing && kind < 0.1) return { fact, operator: 'isMissing', value: random() < 0.5 };
  if (withMissing && kind < 0.15) {
    return { fact, operator: `${nots(random)}between`, value: randomRange(random) };
  }
  const values = () => Array.from({ length: whole(random, 1, 4) }, () => randomValue(random));
  const figures = () => Array.from({ length: whole(random, 1, 3) }, () => pick(random, numbers));
  if (kind < 0.45) {
    const { operator, list } = decorated(random, pick(random, orderings));
    return { fact, operator, value: list ? figures() : pick(random, numbers) };
  }
  if (kind < 0.75) {
    const { operator, list } = decorated(random, pick(random, ['equal', 'notEqual']));
    return { fact, operator, value: list ? values() : randomValue(random) };
  }
  const operators = ['in', 'notIn', 'swap:contains', 'swap:doesNotContain', 'swap:swap:in'];
  return { fact, operator: nots(random) + pick(random, operators), value: values() };
}

const orderings = ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'];

function nots(random: Random): string {
  return 'not:'.repeat(pick(random, [0, 0, 0, 1, 2]));
}

/** Perhaps with decorators; some of them take a list of values. */
function decorated(random: Random, operator: string): { operator: string; list: boolean } {
  const list = random() < 0.2;
  const quantor = list ? pick(random, ['someValue:', 'everyValue:']) : '';
  const inner = random() < 0.07 ? 'swap:' : random() < 0.1 ? 'not:' : '';
  return { operator: `${pick(random, ['', '', '', 'not:'])}${quantor}${inner}${operator}`, list };
}

function randomRange(random: Random): number[] {
  return [pick(random, numbers), pick(random, numbers)].toSorted((a, b) => a - b);
}
