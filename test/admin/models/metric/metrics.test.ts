import { describe, expect, it } from 'vitest';
import { idTrouble, newMetric } from '../../../../admin/models/metric/new-metric.ts';
import { rulesAbout } from '../../../../admin/models/metric/rules-about.ts';
import {
  scoringKinds,
  withKind,
  withPoint,
  withPointAfter,
  withStep,
  movedPoint,
} from '../../../../admin/models/metric/scorings.ts';
import { thresholdsOf } from '../../../../admin/models/rules/thresholds.ts';
import { check } from '../../../../engine/index.ts';
import modelSchema from '../../../../schemas/model.schema.json' with { type: 'json' };
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
    for (const id of ['nps', 'nps_figure', 'target', 'composite', 'rank'])
      expect(idTrouble(model, id)).toBe('taken');
    for (const id of ['', '1a', 'a b', 'a'.repeat(65), 'e\u0301']) expect(idTrouble(model, id)).toBe('form');
  });
});

describe('another way of scoring', () => {
  it.each(['higherIsBetter', 'lowerIsBetter'] as const)('is right to begin with (%s)', (direction) => {
    for (const kind of scoringKinds) {
      const model = g3Model();
      const [first, ...others] = model.metrics;
      const scoring = withKind(first!.scoring, kind, direction);
      const metric = { ...first!, scoring, direction, target: { kind: 'constant', value: 5 } as const };
      expect(check({ ...model, metrics: [metric, ...others] })).toEqual([]);
    }
  });

  it('is one of those that the schema has, and none is left out', () => {
    const { oneOf } = modelSchema.$defs.scoring;
    expect([...scoringKinds].toSorted()).toEqual(
      oneOf.map(({ $ref }) => $ref.replace('#/$defs/', '')).toSorted(),
    );
  });

  it('keeps the ends of a line where both ways have them, and scores the same', () => {
    const linear: Scoring = {
      kind: 'linear',
      from: { value: '0.5', score: 0 },
      to: { value: 2, score: '99.5' },
    };
    const curve = withKind(linear, 'curve', 'higherIsBetter');
    expect(curve).toEqual({
      kind: 'curve',
      points: [linear.from, { value: 1.25, score: 49.75 }, linear.to],
    });
    expect(withKind(curve, 'linear', 'higherIsBetter')).toEqual(linear);
  });

  it('has one point more, which leaves every score as it was', () => {
    const points = [
      { value: 0, score: '0.1' },
      { value: '0.3', score: 1 },
    ];
    expect(withPoint(points).at(-1)).toEqual({ value: 0.6, score: 1 });
    expect(withPointAfter(points, 0)[1]).toEqual({ value: 0.15, score: 0.55 });
    expect(withPointAfter(points, 1)).toEqual(withPoint(points));
    const typing = [{ value: '1,', score: 0 }, points[1]!];
    expect(withPointAfter(typing, 0)).toHaveLength(3);
  });

  it('keeps cap and floor where both ways have them', () => {
    const scoring: Scoring = { kind: 'asIs', cap: 120, floor: '0.5' };
    expect(withKind(scoring, 'ratioToTarget', 'higherIsBetter')).toEqual({
      ...scoring,
      kind: 'ratioToTarget',
    });
    expect(withKind({ kind: 'asIs' }, 'ratioToTarget', 'higherIsBetter')).toEqual({ kind: 'ratioToTarget' });
    expect(withKind(scoring, 'gapToTarget', 'higherIsBetter')).toMatchObject({ cap: 120, floor: '0.5' });
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

  it('that only refer to what speaks of a metric are told by that', () => {
    const name = { zh: '条件', en: 'Condition' };
    const rule = { id: 'r', name: { zh: '规则', en: 'Rule' }, conditions: { condition: 'c' } };
    const named = { conditions: [{ id: 'c', name, conditions: { all: [conditions] } }] };
    const model = { ...g3Model(), ...named, actions: [{ ...rule, event: { type: 'x' } }] };
    expect(rulesAbout(model, 'nps')).toEqual([name]);
    expect(thresholdsOf(rule.conditions, '/c')).toEqual([]);
  });

  it('have thresholds with their pointers, but no texts', () => {
    expect(thresholdsOf(conditions, '/c').map(({ pointer, value }) => [pointer, value])).toEqual([
      ['/c/any/0/not/value', 5],
      ['/c/any/2/value', 80],
    ]);
  });
});

describe('a curve that is dragged', () => {
  it('moves a point of a curve between its neighbours, and no further', () => {
    const points = [
      { value: 0, score: 0 },
      { value: 50, score: 60 },
      { value: 100, score: 100 },
    ];
    expect(movedPoint(points, 1, 62.4, 71.6, 1)).toEqual([points[0], { value: 62, score: 72 }, points[2]]);
    expect(movedPoint(points, 1, 62.44, 71, 0.1)![1]).toEqual({ value: 62.4, score: 71 });
    expect(movedPoint(points, 1, 100, 60, 1)).toBeUndefined();
    expect(movedPoint(points, 1, -3, 60, 1)).toBeUndefined();
    expect(movedPoint(points, 1, 50.2, 60.3, 1)).toBeUndefined();
    expect(movedPoint(points, 2, 140, 110, 10)![2]).toEqual({ value: 140, score: 110 });
  });
});
