import { Engine, type TopLevelCondition } from 'json-rules-engine';
import { describe, expect, it } from 'vitest';
import { decide } from '../../../engine/certificate/rule-engine.ts';
import { validateModel, type Conditions } from '../../../schemas/index.ts';
import { g3Model } from '../../support/models.ts';
import { randomConditions, randomFacts, verdict, type Facts } from '../../support/conditions.ts';
import { campaignSeed, campaignSize, seeded } from '../../support/random.ts';

/** json-rules-engine as it comes, a fresh Engine each time. */
async function plainEngine(conditions: unknown, facts: Facts): Promise<boolean> {
  const engine = new Engine([], { allowUndefinedFacts: true });
  engine.addRule({ conditions: conditions as TopLevelCondition, event: { type: 'fired' } });
  return (await engine.run({ ...facts })).events.length > 0;
}

describe('our conditions and json-rules-engine', () => {
  it('agree on random rules and facts', { timeout: 3_600_000 }, async () => {
    const seed = campaignSeed(20_261_123);
    const pairs = campaignSize(20_000, 1_000_000);
    const random = seeded(seed);
    let fired = 0;
    for (let pair = 0; pair < pairs; pair += 1) {
      const conditions = randomConditions(random, 4, false);
      const facts = randomFacts(random, 1);
      const ours = verdict(conditions, withoutNumericTexts(facts)) === true;
      const theirs = await plainEngine(conditions, withoutNumericTexts(facts));
      if (ours) fired += 1;
      expect({ seed, pair, conditions, facts, fires: ours }).toEqual({
        seed,
        pair,
        conditions,
        facts,
        fires: theirs,
      });
    }
    console.log(`json-rules-engine: ${pairs} pairs, seed ${seed}, ${fired} fired, 0 differences`);
    expect(fired).toBeGreaterThan(pairs / 10);
    expect(fired).toBeLessThan(pairs * 0.9);
  });

  it(
    'agree where facts are missing, each comparison saying what it does then',
    { timeout: 3_600_000 },
    async () => {
      const seed = campaignSeed(7);
      const pairs = campaignSize(5_000, 250_000);
      const random = seeded(seed);
      let unknown = 0;
      for (let pair = 0; pair < pairs; pair += 1) {
        const conditions = randomConditions(random, 4, true);
        const facts = withoutNumericTexts(randomFacts(random, 0.6));
        const ours = verdict(conditions, facts);
        const fired = await decide([{ id: 'r', conditions }], new Map(Object.entries(facts)));
        if (ours === null) unknown += 1;
        expect({ seed, pair, conditions, facts, fires: ours === true }).toEqual({
          seed,
          pair,
          conditions,
          facts,
          fires: fired.has('r'),
        });
      }
      console.log(
        `json-rules-engine with missing facts: ${pairs} pairs, seed ${seed}, ${unknown} unknown, 0 differences`,
      );
      expect(unknown).toBeGreaterThan(pairs / 20);
    },
  );
});

/** Texts that look like numbers are the first deliberate deviation, shown below. */
function withoutNumericTexts(facts: Facts): Facts {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, typeof value === 'string' ? `text ${value}` : value]),
  );
}

describe('deliberate deviations from json-rules-engine (docs/json-rules-engine.md)', () => {
  it('1: a text never counts as a number', async () => {
    const conditions: Conditions = { all: [{ fact: 'f', operator: 'greaterThan', value: 9 }] };
    expect(await plainEngine(conditions, { f: '10' })).toBe(true);
    expect(verdict(conditions, { f: '10' })).toBe(false);
  });

  it('2: a comparison with a missing fact is unknown, under not and in negative comparisons too', async () => {
    const negatives: Conditions[] = [
      { not: { fact: 'f', operator: 'lessThan', value: 9 } },
      { all: [{ fact: 'f', operator: 'notEqual', value: 9 }] },
      { all: [{ fact: 'f', operator: 'notIn', value: [9] }] },
    ];
    for (const conditions of negatives) {
      expect(await plainEngine(conditions, {})).toBe(true);
      expect(verdict(conditions, {})).toBe(null);
    }
  });

  it.each([
    ['3: an empty all', { all: [] }],
    ['4: an empty any', { any: [] }],
    [
      '5: a node with both all and any',
      {
        all: [{ fact: 'composite', operator: 'lessThan', value: 1 }],
        any: [{ fact: 'composite', operator: 'lessThan', value: 100 }],
      },
    ],
    ['6: a null threshold', { all: [{ fact: 'composite', operator: 'greaterThanInclusive', value: null }] }],
    ['7: a blank threshold', { all: [{ fact: 'composite', operator: 'greaterThanInclusive', value: '' }] }],
    [
      '8: a fact reference as value',
      { all: [{ fact: 'composite', operator: 'lessThan', value: { fact: 'other' } }] },
    ],
  ])('%s fires there and is refused here', async (_, conditions) => {
    expect(await plainEngine(conditions, { composite: 50, other: 90 })).toBe(true);
    expect(validateModel(withRule(conditions))).toBe(false);
  });

  it.each([
    ['9: a JSONPath', { all: [{ fact: 'attainment', path: '$.score', operator: 'lessThan', value: 60 }] }],
    ['10: an operator that is not listed', { all: [{ fact: 'composite', operator: 'like', value: 'x' }] }],
    ['11: params, priority and condition references within conditions', { all: [{ condition: 'other' }] }],
    ['12: a root that is a bare comparison', { fact: 'composite', operator: 'lessThan', value: 60 }],
  ])('%s is refused', (_, conditions) => {
    expect(validateModel(withRule(conditions))).toBe(false);
  });

  it('admits the same rule in its safe form', () => {
    expect(validateModel(withRule({ all: [{ fact: 'composite', operator: 'lessThan', value: 60 }] }))).toBe(
      true,
    );
  });
});

function withRule(conditions: unknown): unknown {
  const name = { zh: '规则', en: 'Rule' };
  return { ...g3Model(), actions: [{ id: 'rule', name, conditions, event: { type: 'talk' } }] };
}
