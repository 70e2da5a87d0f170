import { describe, expect, it } from 'vitest';
import { idTrouble, newMetric } from '../../../../admin/models/metric/new-metric.ts';
import { rulesAbout } from '../../../../admin/models/metric/rules-about.ts';
import { scoringKinds, withKind, withStep } from '../../../../admin/models/metric/scorings.ts';
import { thresholdsOf } from '../../../../admin/models/rules/thresholds.ts';
import { check } from '../../../../engine/index.ts';
import type { Condition, Scoring } from '../../../../schemas/index.ts';
import { g3Model } from '../../../support/models.ts';

describe('a new metric', () => {
  it('takes a measure as it is, has no weight, and leaves the model right', () => {
    const model = g3Model();
    const metric = newMetric(model, 'nps_figure', 'all');
    expect(metric).toMatchObject({ id: 'nps_figure_metric', weight: 0, formula: 'nps_figure', group: 'all' });
    expect(check({ ...model, metrics: [...model.metrics, metric] })).toEqual([]);
    const twice = { ...model, metrics: [...model.metrics, metric] };
    expect(newMetric(twice, 'nps_figure', 'all').id).toBe('nps_figure_metric_2');
  });

  it('has an id of its own, of letters, digits and _', () => {
    const model = g3Model();
    expect(idTrouble(model, '毛利率')).toBeUndefined();
    for (const id of ['nps', 'nps_figure', 'target', 'composite']) expect(idTrouble(model, id)).toBe('taken');
    for (const id of ['', '1a', 'a b', 'a'.repeat(65), 'e\u0301']) expect(idTrouble(model, id)).toBe('form');
  });
});

describe('another way of scoring', () => {
  it.each(['higherIsBetter', 'lowerIsBetter'] as const)('is right to begin with (%s)', (direction) => {
    for (const kind of scoringKinds) {
      const rising = kind === 'asIs' || kind === 'ratioToTarget';
      if (rising && direction === 'lowerIsBetter') continue;
      const model = g3Model();
      const [first, ...others] = model.metrics;
      const scoring = withKind(first!.scoring, kind, direction);
      const metric = { ...first!, scoring, direction, target: { kind: 'constant', value: 5 } as const };
      expect(check({ ...model, metrics: [metric, ...others] })).toEqual([]);
    }
  });

  it('keeps cap and floor where both ways have them', () => {
    const scoring: Scoring = { kind: 'asIs', cap: 120, floor: '0.5' };
    expect(withKind(scoring, 'ratioToTarget', 'higherIsBetter')).toEqual({
      ...scoring,
      kind: 'ratioToTarget',
    });
    expect(withKind({ kind: 'asIs' }, 'ratioToTarget', 'higherIsBetter')).toEqual({ kind: 'ratioToTarget' });
  });

  it('has one step more, exactly as far again', () => {
    const steps = [
      { from: '0.1', score: 1 },
      { from: '0.3', score: 2 },
    ];
    expect(withStep(steps).at(-1)).toEqual({ from: 0.5, score: 2 });
    expect(withStep(steps.slice(0, 1)).at(-1)).toEqual({ from: 10.1, score: 1 });
    expect(withStep([{ from: '1,5', score: 2 }])).toHaveLength(2);
  });
});

describe('rules', () => {
  const conditions: Condition = {
    any: [
      { not: { fact: 'nps', path: 'value', operator: 'lessThan', value: 5 } },
      { all: [{ fact: 'grade', operator: 'equal', value: 'good' }] },
      { fact: 'composite', operator: 'greaterThan', value: 80 },
    ],
  };

  it('that speak of a metric are found, however deep', () => {
    const name = { zh: '规则', en: 'Rule' };
    const model = { ...g3Model(), actions: [{ id: 'r', name, conditions, event: { type: 'x' } }] };
    expect(rulesAbout(model, 'nps')).toEqual([name]);
    expect(rulesAbout(model, 'referral')).toEqual([]);
  });

  it('have thresholds with their pointers, but no texts', () => {
    expect(thresholdsOf(conditions, '/c').map(({ pointer, value }) => [pointer, value])).toEqual([
      ['/c/any/0/not/value', 5],
      ['/c/any/2/value', 80],
    ]);
  });
});
