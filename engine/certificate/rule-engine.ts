import { Engine, type RuleProperties, type TopLevelCondition } from 'json-rules-engine';
import type { Condition, Conditions, NamedCondition } from '../../schemas/index.ts';

/** A rule as the model stores it, as far as it decides. */
export interface DecidedRule {
  readonly id: string;
  readonly priority?: number;
  readonly conditions: Conditions;
}

/** Facts by name; a missing one is absent. A metric is an object of its figures. */
export type Facts = ReadonlyMap<string, unknown>;

/**
 * Which rules fire, by json-rules-engine. A fresh Engine per call: one that is shared loses rules when runs overlap.
 * The stored conditions are read as they are, but that each comparison says what it does with a missing fact:
 * json-rules-engine knows no unknown, so a comparison counts against its rule, as false, or under an odd number of
 * nots as true. Named conditions are set twice, as a reference may stand under an odd and under an even number of nots.
 */
export async function decide(
  rules: readonly DecidedRule[],
  facts: Facts,
  named: readonly NamedCondition[] = [],
): Promise<ReadonlySet<string>> {
  const engine = new Engine([], {
    allowUndefinedFacts: true,
    // Its own resolver runs JSONPath, which is code.
    pathResolver: (value, path) => (value as Record<string, unknown>)[path],
  });
  engine.addOperatorDecorator(
    'falseIfMissing',
    (fact, value, next) => fact !== undefined && next(fact, value),
  );
  engine.addOperatorDecorator(
    'trueIfMissing',
    (fact, value, next) => fact === undefined || next(fact, value),
  );
  engine.addOperator('isMissing', (fact: unknown, value: boolean) => (fact === undefined) === value);
  engine.addOperator(
    'between',
    (fact: unknown, [low, high]: number[]) => typeof fact === 'number' && fact >= low! && fact <= high!,
  );
  for (const { id, conditions } of named) {
    for (const reading of ['falseIfMissing', 'trueIfMissing'] as const) {
      engine.setCondition(nameOf(id, reading), sayMissing(conditions, reading) as TopLevelCondition);
    }
  }
  for (const { id, priority = 1, conditions } of rules) {
    const rule: RuleProperties = {
      name: id,
      priority,
      conditions: sayMissing(conditions, 'falseIfMissing') as TopLevelCondition,
      event: { type: 'fired' },
    };
    engine.addRule(rule);
  }
  const { results } = await engine.run(Object.fromEntries(facts));
  return new Set(results.map(({ name }) => name));
}

/** How comparisons with a missing fact are read; the names of operator decorators. */
type Reading = 'falseIfMissing' | 'trueIfMissing';

function sayMissing(node: Condition, decorator: Reading): unknown {
  if ('all' in node) return { all: node.all.map((part) => sayMissing(part, decorator)) };
  if ('any' in node) return { any: node.any.map((part) => sayMissing(part, decorator)) };
  if ('not' in node) {
    return { not: sayMissing(node.not, decorator === 'falseIfMissing' ? 'trueIfMissing' : 'falseIfMissing') };
  }
  if ('condition' in node) return { condition: nameOf(node.condition, decorator) };
  return node.operator === 'isMissing' ? node : { ...node, operator: `${decorator}:${node.operator}` };
}

function nameOf(condition: string, reading: Reading): string {
  return `${reading}:${condition}`;
}
