import { Engine, type TopLevelCondition } from 'json-rules-engine';
import { describe, expect, it } from 'vitest';
import { decide } from '../../../engine/certificate/rule-engine.ts';
import { check } from '../../../engine/index.ts';
import { validateModel, type Conditions, type NamedCondition } from '../../../schemas/index.ts';
import { g3Model } from '../../support/models.ts';
import { randomConditions, randomFacts, randomNamed, verdict, type Facts } from '../../support/conditions.ts';
import { campaignSeed, campaignSize, seeded } from '../../support/random.ts';

/** Which rules fire by json-rules-engine as it comes, a fresh Engine each time. */
async function plainEngine(
  rules: readonly unknown[],
  facts: Facts,
  named: readonly NamedCondition[] = [],
): Promise<boolean[]> {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const { id, conditions } of named) engine.setCondition(id, conditions);
  for (const [index, conditions] of rules.entries()) {
    engine.addRule({ conditions: conditions as TopLevelCondition, event: { type: String(index) } });
  }
  const fired = new Set((await engine.run({ ...facts })).events.map(({ type }) => type));
  return rules.map((_, index) => fired.has(String(index)));
}

/** How many rules are decided in one run of an Engine. */
const batch = 10;

describe('our conditions and json-rules-engine', () => {
  it('agree on random rules and facts', { timeout: 36_000_000 }, async () => {
    const seed = campaignSeed(20_261_123);
    const pairs = campaignSize(50_000, 10_000_000);
    const random = seeded(seed);
    let fired = 0;
    for (let pair = 0; pair < pairs; pair += batch) {
      const rules = Array.from({ length: batch }, () => randomConditions(random, 4, false));
      const facts = comparable(rules, randomFacts(random, 1));
      const ours = rules.map((conditions) => verdict(conditions, facts) === true);
      const theirs = await plainEngine(rules, facts);
      fired += ours.filter(Boolean).length;
      const differs = ours.findIndex((fires, index) => fires !== theirs[index]);
      if (differs !== -1) {
        expect.fail(JSON.stringify({ seed, pair, conditions: rules[differs], facts, ours: ours[differs] }));
      }
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
        const facts = comparable([conditions], randomFacts(random, 0.6));
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

describe('references, and json-rules-engine with setCondition', () => {
  it('agree on random rules and facts', { timeout: 36_000_000 }, async () => {
    const seed = campaignSeed(20_261_124);
    const pairs = campaignSize(20_000, 4_000_000);
    const random = seeded(seed);
    let [fired, refer] = [0, 0];
    for (let pair = 0; pair < pairs; pair += batch) {
      const named = randomNamed(random, false);
      const names = named.map(({ id }) => id);
      const rules = Array.from({ length: batch }, () => randomConditions(random, 4, false, names));
      const facts = comparable([...rules, ...named], randomFacts(random, 1));
      const ours = rules.map((conditions) => verdict(conditions, facts, named) === true);
      const theirs = await plainEngine(rules, facts, named);
      fired += ours.filter(Boolean).length;
      refer += rules.filter((rule) => JSON.stringify(rule).includes('"condition":')).length;
      expect({ seed, pair, named, rules, facts, fires: ours }).toEqual({
        seed,
        pair,
        named,
        rules,
        facts,
        fires: theirs,
      });
    }
    console.log(
      `json-rules-engine with setCondition: ${pairs} pairs, seed ${seed}, ${refer} refer, ${fired} fired, 0 differences`,
    );
    expect(refer).toBeGreaterThan(pairs / 2);
    expect(fired).toBeGreaterThan(pairs / 10);
    expect(fired).toBeLessThan(pairs * 0.9);
  });

  it(
    'agree where facts are missing, under odd and even numbers of nots',
    { timeout: 3_600_000 },
    async () => {
      const seed = campaignSeed(8);
      const pairs = campaignSize(4_000, 250_000);
      const random = seeded(seed);
      let unknown = 0;
      for (let pair = 0; pair < pairs; pair += 1) {
        const named = randomNamed(random, true);
        const names = named.map(({ id }) => id);
        const conditions = randomConditions(random, 4, true, names);
        const facts = comparable([conditions, ...named], randomFacts(random, 0.6));
        const ours = verdict(conditions, facts, named);
        const fired = await decide([{ id: 'r', conditions }], new Map(Object.entries(facts)), named);
        if (ours === null) unknown += 1;
        expect({ seed, pair, named, conditions, facts, fires: ours === true }).toEqual({
          seed,
          pair,
          named,
          conditions,
          facts,
          fires: fired.has('r'),
        });
      }
      console.log(
        `references with missing facts: ${pairs} pairs, seed ${seed}, ${unknown} unknown, 0 differences`,
      );
      expect(unknown).toBeGreaterThan(pairs / 20);
    },
  );

  it('may be the whole of a rule, and of a named condition', async () => {
    const low: Conditions = { all: [{ fact: 'f', operator: 'lessThan', value: 9 }] };
    const name = { zh: '低', en: 'Low' };
    const named: NamedCondition[] = [
      { id: 'other', name, conditions: { condition: 'low' } },
      { id: 'low', name, conditions: low },
    ];
    const rules: Conditions[] = [{ condition: 'other' }, { not: { condition: 'other' } }];
    for (const f of [8, 9]) {
      expect(await plainEngine(rules, { f }, named)).toEqual([f < 9, f >= 9]);
      expect(rules.map((rule) => verdict(rule, { f }, named))).toEqual([f < 9, f >= 9]);
    }
  });
});

/** Without the facts of deviations 1 and 13, shown below: texts that look like numbers, truths where order is swapped. */
function comparable(rules: readonly unknown[], facts: Facts): Facts {
  const swapped = /swap:(?:less|greater)/.test(JSON.stringify(rules));
  const texts = Object.entries(facts).map(([name, value]) => [
    name,
    swapped && typeof value === 'boolean' ? `${value}` : value,
  ]);
  return withoutNumericTexts(Object.fromEntries(texts) as Facts);
}

/** Texts that look like numbers are the first deliberate deviation, shown below. */
function withoutNumericTexts(facts: Facts): Facts {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, typeof value === 'string' ? `text ${value}` : value]),
  );
}

describe('deliberate deviations from json-rules-engine (docs/json-rules-engine.md)', () => {
  it('1: a text never counts as a number', async () => {
    const conditions: Conditions = { all: [{ fact: 'f', operator: 'greaterThan', value: 9 }] };
    expect(await plainEngine([conditions], { f: '10' })).toEqual([true]);
    expect(verdict(conditions, { f: '10' })).toBe(false);
  });

  it('2: a comparison with a missing fact is unknown, under not and in negative comparisons too', async () => {
    const negatives: Conditions[] = [
      { not: { fact: 'f', operator: 'lessThan', value: 9 } },
      { all: [{ fact: 'f', operator: 'notEqual', value: 9 }] },
      { all: [{ fact: 'f', operator: 'notIn', value: [9] }] },
    ];
    for (const conditions of negatives) {
      expect(await plainEngine([conditions], {})).toEqual([true]);
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
    expect(await plainEngine([conditions], { composite: 50, other: 90 })).toEqual([true]);
    expect(validateModel(withRule(conditions))).toBe(false);
  });

  it.each([
    ['9: a JSONPath', { all: [{ fact: 'attainment', path: '$.score', operator: 'lessThan', value: 60 }] }],
    ['10: an operator that is not listed', { all: [{ fact: 'composite', operator: 'like', value: 'x' }] }],
    [
      '11: params of a fact',
      { all: [{ fact: 'composite', params: { of: 'team' }, operator: 'lessThan', value: 1 }] },
    ],
    [
      '11: a priority within conditions',
      { all: [{ fact: 'composite', priority: 2, operator: 'lessThan', value: 1 }] },
    ],
    ['11: a priority of a reference', { all: [{ condition: 'other', priority: 2 }] }],
    ['12: a root that is a bare comparison', { fact: 'composite', operator: 'lessThan', value: 60 }],
  ])('%s is refused', (_, conditions) => {
    expect(validateModel(withRule(conditions))).toBe(false);
  });

  it('13: a truth is not a number, also where swap makes it the threshold', async () => {
    const conditions: Conditions = { all: [{ fact: 'f', operator: 'swap:lessThan', value: 0 }] };
    expect(await plainEngine([conditions], { f: true })).toEqual([true]);
    expect(verdict(conditions, { f: true })).toBe(false);
  });

  it.each([
    ['contains asked of a figure', { fact: 'composite', operator: 'contains', value: 5 }],
    ['someFact asked of a figure', { fact: 'composite', operator: 'someFact:lessThan', value: 5 }],
    ['someValue without a list', { fact: 'composite', operator: 'someValue:lessThan', value: 5 }],
    ['in with swap', { fact: 'composite', operator: 'swap:in', value: [5] }],
    ['isMissing with a decorator', { fact: 'composite', operator: 'not:isMissing', value: true }],
    ['the beginning of a name', { fact: 'stage', operator: 'startsWith', value: 'ex' }],
  ])('14: %s never has a meaning and is refused', (_, comparison) => {
    expect(check(withRule({ all: [comparison] }))).toMatchObject([
      { code: 'rule.operatorUnfit', severity: 'error', pointer: '/actions/0/conditions/all/0/operator' },
    ]);
  });

  it.each([[[9, 1]], [[1]], [[1, 2, 3]]])('a range %j is refused', (value) => {
    const comparison = { fact: 'composite', operator: 'between', value };
    expect(check(withRule({ all: [comparison] }))).toMatchObject([{ code: 'rule.range' }]);
  });

  it.each(['nothing:equal', 'not:', ':equal', 'not:not:not:not:not:equal', 'toString', '__proto__'])(
    '15: the operator %s is refused',
    (operator) => {
      expect(validateModel(withRule({ all: [{ fact: 'composite', operator, value: 5 }] }))).toBe(false);
    },
  );

  it('16: a reference to nothing is refused; there it is found when a run reaches it', async () => {
    const conditions: Conditions = { all: [{ condition: 'nothing' }] };
    await expect(plainEngine([conditions], { f: 1 })).rejects.toThrow('No condition nothing exists');
    expect(check(withRule(conditions))).toMatchObject([
      { code: 'condition.unknown', pointer: '/actions/0/conditions/all/0/condition' },
    ]);
  });

  it('17: a named condition that leads back to itself is refused', () => {
    const name = { zh: '圈', en: 'Circle' };
    const conditions = [{ id: 'circle', name, conditions: { not: { condition: 'circle' } } }];
    expect(check({ ...g3Model(), conditions })).toMatchObject([
      { code: 'condition.cycle', pointer: '/conditions/0/conditions/not/condition' },
    ]);
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
