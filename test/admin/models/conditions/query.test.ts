import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conditionsOf, queryOf } from '../../../../admin/models/conditions/query.ts';
import type { Condition, Conditions } from '../../../../schemas/index.ts';
import { campaignSeed } from '../../../support/random.ts';

const leaf = fc.oneof(
  fc.record({
    fact: fc.constantFrom('sales', 'nps', '销售额'),
    operator: fc.constantFrom('lessThan', 'equal', 'not:in', 'between', 'isMissing'),
    value: fc.oneof(fc.integer(), fc.constantFrom('a', true), fc.array(fc.integer(), { minLength: 1 })),
  }),
  fc.record({
    fact: fc.constant('nps'),
    path: fc.constantFrom('value', 'score', 'level'),
    operator: fc.constant('greaterThan'),
    value: fc.integer(),
  }),
  fc.record({ condition: fc.constantFrom('named', 'other') }),
);
const { node } = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.record({ all: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('node') }),
  ),
}));
const roots = node.filter((made) => !('fact' in (made as object))) as fc.Arbitrary<Conditions>;

describe('conditions in the builder', () => {
  it('come back as they were, whatever they are', () => {
    fc.assert(
      fc.property(roots, (conditions) => {
        expect(conditionsOf(queryOf(conditions))).toEqual(conditions);
      }),
      { seed: campaignSeed(20261124), numRuns: 3000 },
    );
  });

  it('are a group once a second comparison stands beside one that was denied alone', () => {
    const one = { fact: 'sales', operator: 'lessThan', value: 5 } as const;
    const query = queryOf({ not: one });
    const grown = { ...query, rules: [...query.rules, query.rules[0]!] };
    expect(conditionsOf(grown)).toEqual({ not: { all: [one, one] } });
    const alone: Condition = one;
    expect(conditionsOf(queryOf(alone))).toEqual({ all: [one] });
  });
});
