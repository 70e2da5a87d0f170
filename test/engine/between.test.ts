import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certify } from '../../engine/certificate/certify.ts';
import { check, compile, evaluate, nextGrade } from '../../engine/index.ts';
import { formatFixed, parseDecimal } from '../../engine/number/decimal.ts';
import { add, zero } from '../../engine/number/rational.ts';
import type { Model } from '../../schemas/index.ts';
import { randomFigures, randomModel } from '../oracle/random-models.ts';
import { resultsOf, tableFor } from '../support/evaluate-rows.ts';
import { g3Model } from '../support/models.ts';
import { campaignSize, seeded } from '../support/random.ts';

const seed = Number(process.env['MERITSCALE_SEED'] ?? 20_261_125);
const name = { zh: '名称', en: 'Name' };
const figures = (nps: unknown, attainment: unknown = 95) => ({
  attainment_figure: attainment,
  nps_figure: nps,
  complaints_figure: 95,
  referral_figure: 95,
  understanding_figure: 95,
});
const nps = (operator: 'lessThan' | 'greaterThanInclusive', value: number) => ({
  all: [{ fact: 'nps', path: 'value' as const, operator, value }],
});
const judged = (change: Partial<Model>, nps: unknown) =>
  resultsOf({ ...g3Model(), ...change }, [figures(nps)])[0]!;

describe('gates', () => {
  const gates = [{ id: 'gate', name, conditions: nps('lessThan', 60), cap: 'good' }];

  it('cap the grade on one side of their threshold, and do nothing on the other', () => {
    expect(judged({ gates }, 80)).toMatchObject({ composite: '92.00', grade: 'excellent' });
    expect(judged({ gates }, 80).gates).toBeUndefined();
    const much = resultsOf({ ...g3Model(), gates }, [figures('59.9999', 150), figures(60, 150)]);
    expect(much.map(({ grade, gates: fired }) => [grade, fired])).toEqual([
      ['good', ['gate']],
      ['excellent', undefined],
    ]);
  });

  it('stop grade rules too, and do not raise a grade that is worse than the cap', () => {
    const gradeRules: Model['gradeRules'] = [
      {
        id: 'up',
        name,
        conditions: nps('lessThan', 60),
        event: { type: 'grade', params: { grade: 'excellent' } },
      },
    ];
    expect(judged({ gates, gradeRules }, 50)).toMatchObject({
      grade: 'good',
      gradeRule: 'up',
      gates: ['gate'],
    });
    const low = resultsOf({ ...g3Model(), gates }, [figures(10, 10)])[0]!;
    expect(low).toMatchObject({ grade: 'to_improve', gates: ['gate'] });
  });

  it('an unknown gate does not fire; the next grade beyond a gate is not promised', () => {
    expect(judged({ gates }, null).gates).toBeUndefined();
    const model = { ...g3Model(), gates };
    expect(nextGrade(model, { composite: '85.00', grade: 'good', gates: ['gate'] })).toBeNull();
    expect(nextGrade(model, { composite: '85.00', grade: 'good' })).toMatchObject({ grade: 'excellent' });
  });
});

describe('points', () => {
  it('are bounded each, published, bounded together, and leave the composite before them to be seen', () => {
    const points = [
      { id: 'progress', name, formula: '(nps - 60) / 8', atLeast: 0, atMost: 5 },
      { id: 'bonus', name, conditions: nps('greaterThanInclusive', 80), value: '1.005' },
    ];
    expect(judged({ points }, 81)).toMatchObject({
      base: '92.20',
      points: { total: '3.64', of: { progress: '2.63', bonus: '1.01' } },
      composite: '95.84',
    });
    expect(judged({ points, pointsBound: { atMost: 3 } }, 81)).toMatchObject({ composite: '95.20' });
    expect(judged({ points }, null).points).toEqual({ total: '0.00', of: { progress: null } });
  });
});

describe('conflicts', () => {
  const action = (id: string, type: string, priority: number) => ({
    id,
    name,
    priority,
    event: { type },
    conditions: nps('greaterThanInclusive', 0),
  });
  const actions = [
    action('plan', 'improvement_plan', 1),
    action('up', 'promotion', 5),
    action('raise', 'pay', 3),
  ];
  const settle = (keep: 'priority' | 'listed' | 'none') => {
    const conflicts = [{ id: 'either', name, types: ['improvement_plan', 'promotion'], keep }];
    const { actions: left, setAside } = judged({ actions, conflicts }, 80);
    return { left: left.map(({ rule }) => rule), setAside };
  };

  it('keep the first by priority, the first that is listed, or none; the others stay to be seen', () => {
    expect(settle('priority')).toEqual({
      left: ['up', 'raise'],
      setAside: [{ rule: 'plan', conflict: 'either', by: 'up' }],
    });
    expect(settle('listed')).toEqual({
      left: ['raise', 'plan'],
      setAside: [{ rule: 'up', conflict: 'either', by: 'plan' }],
    });
    expect(settle('none').setAside).toEqual([
      { rule: 'up', conflict: 'either' },
      { rule: 'plan', conflict: 'either' },
    ]);
  });
});

describe(`laws of what stands between metrics and grade (seed ${seed})`, () => {
  it('no grade is better than the cap of a gate that fired; the composite is base, points and adjustment; json-rules-engine agrees', async () => {
    const numRuns = campaignSize(150, 15_000);
    let [gated, added] = [0, 0];
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (number) => {
        const random = seeded(number);
        const model = randomModel(random);
        expect(check(model)).toEqual([]);
        const program = compile(model);
        const table = tableFor(program, [randomFigures(random, model), randomFigures(random, model)]);
        const results = evaluate(program, table);
        const place = (grade: string) => model.grades.findIndex(({ id }) => id === grade);
        for (const { composite, base, points, adjustment, grade, gates = [] } of results) {
          for (const gate of model.gates ?? []) {
            if (!gates.includes(gate.id)) continue;
            gated += 1;
            expect(place(grade!)).toBeGreaterThanOrEqual(place(gate.cap));
          }
          if (base === undefined || base === null) continue;
          added += 1;
          const parts = [base, points?.total ?? '0', adjustment ?? '0'].map((text) => parseDecimal(text)!);
          expect(formatFixed(parts.reduce(add, zero), model.places ?? 2)).toBe(composite);
        }
        const { disagreements } = await certify(model, table, results);
        expect(disagreements).toEqual([]);
      }),
      { seed, numRuns },
    );
    expect(gated).toBeGreaterThan(numRuns / 15);
    expect(added).toBeGreaterThan(numRuns / 8);
  });
});
