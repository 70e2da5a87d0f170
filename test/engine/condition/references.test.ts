import { describe, expect, it } from 'vitest';
import { certify } from '../../../engine/certificate/certify.ts';
import { check, compile, evaluate } from '../../../engine/index.ts';
import { formatExact } from '../../../engine/number/decimal.ts';
import { isRational } from '../../../engine/program/operations.ts';
import type { Step } from '../../../engine/program/program.ts';
import type { Conditions, Model } from '../../../schemas/index.ts';
import { randomFigures, randomModel } from '../../oracle/random-models.ts';
import { resultsOf, tableFor } from '../../support/evaluate-rows.ts';
import { g3Model } from '../../support/models.ts';
import { valueAt } from '../../support/pointers.ts';
import { campaignSeed, campaignSize, seeded } from '../../support/random.ts';
import { writtenOut } from '../../support/written-out.ts';

const name = { zh: '名称', en: 'Name' };
const high: Conditions = {
  all: [{ fact: 'nps', path: 'value', operator: 'greaterThanInclusive', value: 80 }],
};
const figures = (nps: number | null) => ({
  attainment_figure: 95,
  nps_figure: nps,
  complaints_figure: 95,
  referral_figure: 95,
  understanding_figure: 95,
});
const action = (id: string, conditions: Conditions) => ({ id, name, conditions, event: { type: 'talk' } });

/** Steps but for where in the model their literals are written. */
const withoutPointers = (steps: readonly Step[]) =>
  steps.map((step) =>
    step.op === 'given' && step.source.kind === 'model'
      ? { ...step, source: { ...step.source, pointer: '' } }
      : step,
  );

describe('references', () => {
  it('hold where what they name holds; under not too, unknown stays unknown', () => {
    const model: Model = {
      ...g3Model(),
      conditions: [{ id: 'high', name, conditions: high }],
      actions: [
        action('is', { condition: 'high' }),
        action('is_not', { not: { condition: 'high' } }),
        action('is_after_all', { not: { any: [{ not: { condition: 'high' } }] } }),
      ],
    };
    const fired = resultsOf(model, [figures(80), figures('79.9999' as never), figures(null)]).map(
      ({ actions }) => actions.map(({ rule }) => rule),
    );
    expect(fired).toEqual([['is', 'is_after_all'], ['is_not'], []]);
  });

  it('mean what the place says: a grade rule asks the grade by bands, an action the final one', () => {
    const model: Model = {
      ...g3Model(),
      conditions: [
        { id: 'good', name, conditions: { all: [{ fact: 'grade', operator: 'equal', value: 'good' }] } },
      ],
      gradeRules: [
        {
          id: 'down',
          name,
          conditions: { condition: 'good' },
          event: { type: 'grade', params: { grade: 'to_improve' } },
        },
      ],
      actions: [action('praise', { condition: 'good' })],
    };
    const [result] = resultsOf(model, [{ ...figures(80), attainment_figure: 70 }]);
    expect(result).toMatchObject({ composite: '84.50', grade: 'to_improve', gradeRule: 'down', actions: [] });
  });

  it(
    'have the steps of what they name, and literals whose pointers lead to it',
    { timeout: 3_600_000 },
    () => {
      const seed = campaignSeed(20_261_126);
      const random = seeded(seed);
      const wanted = campaignSize(300, 10_000);
      let literals = 0;
      for (let models = 0; models < wanted;) {
        const model = randomModel(random);
        if (model.conditions === undefined) continue;
        models += 1;
        expect(check(writtenOut(model))).toEqual([]);
        const { steps } = compile(model);
        expect(withoutPointers(steps)).toEqual(withoutPointers(compile(writtenOut(model)).steps));
        for (const step of steps) {
          if (step.op !== 'given' || step.source.kind !== 'model') continue;
          const { pointer, value } = step.source;
          if (!pointer.startsWith('/conditions/')) continue;
          literals += 1;
          const exact = isRational(value) ? Number(formatExact(value)) : value;
          expect(valueAt(model, pointer)).toBe(exact);
        }
      }
      console.log(`references: ${wanted} models, seed ${seed}, ${literals} literals of named conditions`);
      expect(literals).toBeGreaterThan(wanted);
    },
  );

  it(
    'are decided by json-rules-engine as by us, from the model as it stands',
    { timeout: 3_600_000 },
    async () => {
      const seed = campaignSeed(20_261_127);
      const random = seeded(seed);
      const wanted = campaignSize(150, 5_000);
      let decisions = 0;
      for (let models = 0; models < wanted;) {
        const model = randomModel(random);
        if (model.conditions === undefined) continue;
        models += 1;
        const program = compile(model);
        const table = tableFor(program, [randomFigures(random, model), randomFigures(random, model)]);
        const certificate = await certify(model, table, evaluate(program, table));
        expect({ model, disagreements: certificate.disagreements }).toEqual({ model, disagreements: [] });
        decisions += certificate.decisions;
      }
      console.log(
        `certificates with references: ${wanted} models, seed ${seed}, ${decisions} decisions agreed`,
      );
    },
  );
});

describe('a model of references of references', () => {
  /** Each names the one before it so many times. */
  const laughs = (levels: number, times: number): Model => ({
    ...g3Model(),
    conditions: [
      { id: 'c0', name, conditions: high },
      ...Array.from({ length: levels }, (_, level) => ({
        id: `c${level + 1}`,
        name,
        conditions: { any: Array.from({ length: times }, () => ({ condition: `c${level}` })) },
      })),
    ],
    actions: [action('talk', { condition: `c${levels}` })],
  });

  it.each([
    [9, 10],
    [20, 200],
    [199, 2],
    [31, 1],
  ])('%i deep, each of %i, is judged in a moment', (levels, times) => {
    const model = laughs(levels, times);
    const started = performance.now();
    const codes = check(model).map(({ code, pointer }) => `${code} ${pointer}`);
    const took = performance.now() - started;
    console.log(`${times} references, ${levels} deep: ${took.toFixed(1)} ms, ${codes.length} issues`);
    // Written out, most of these would take years.
    expect(took).toBeLessThan(2000);
    if (times > 1) expect(codes).toContain('conditions.tooLarge /conditions');
    if (levels > 31) expect(codes).toContain('conditions.tooDeep /actions/0/conditions');
    if (times === 1) expect(codes).toEqual([]);
  });

  it('counts parts written out: 5000 are admitted, one more is not; what nobody asks is not counted', () => {
    // A named condition of 100 parts (99 comparisons in a list), asked 50 times.
    const comparison = { fact: 'composite', operator: 'lessThan', value: 1 } as const;
    const model: Model = {
      ...g3Model(),
      conditions: [{ id: 'c', name, conditions: { all: Array.from({ length: 99 }, () => comparison) } }],
      actions: Array.from({ length: 50 }, (_, index) => action(`a${index}`, { condition: 'c' })),
    };
    expect(check(model)).toEqual([]);
    expect(compile(model).steps.length).toBeGreaterThan(5000);
    const more = { ...model, actions: [...model.actions!, action('more', { all: [comparison] })] };
    expect(check(more)).toMatchObject([
      { code: 'conditions.tooLarge', pointer: '/conditions', params: { bound: 5000 } },
    ]);
    const unasked = [...model.conditions!, { id: 'd', name, conditions: { condition: 'c' } }];
    expect(check({ ...model, conditions: unasked })).toEqual([]);
  });
});
