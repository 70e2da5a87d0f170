import { describe, expect, it } from 'vitest';
import type { ActionRule, GradeRule, Metric, Model } from '../../schemas/index.ts';
import { resultsOf } from '../support/evaluate-rows.ts';
import { g3Model } from '../support/models.ts';

/** A model of one given figure x and a target t, with the metric changed as asked. */
function oneMetric(metric: Partial<Metric>, model: Partial<Model> = {}): Model {
  const base = g3Model();
  const name = { zh: '度量', en: 'Measure' };
  return {
    ...base,
    measures: ['x', 't'].map((id) => ({ id, name, aggregate: { kind: 'given' } })),
    metrics: [{ ...base.metrics[0]!, weight: 100, formula: 'x', ...metric }],
    ...model,
  };
}

const valueAndScore = (metric: Partial<Metric>, figures: object) => {
  const [result] = resultsOf(oneMetric(metric), [figures as never]);
  const { value, score, missing } = result!.metrics['attainment']!;
  return missing === undefined ? [value, score] : [value, score, missing.reason];
};

describe('a metric', () => {
  it('is published half-up, away from zero, from the exact result of the whole formula', () => {
    expect(valueAndScore({ formula: 'x / 3', places: { value: 2, score: 2 } }, { x: 2 })).toEqual([
      '0.67',
      '0.67',
    ]);
    expect(valueAndScore({ places: { value: 0, score: 0 } }, { x: '2.5' })).toEqual(['3', '3']);
    expect(valueAndScore({ places: { value: 0, score: 0 } }, { x: '-2.5' })).toEqual(['-3', '-3']);
    expect(valueAndScore({ places: { value: 0, score: 0 } }, { x: '-0.4' })).toEqual(['0', '0']);
    expect(valueAndScore({ formula: '(0.1 + 0.2) * 10 - x' }, { x: 3 })).toEqual(['0.0000', '0.0000']);
    expect(valueAndScore({ formula: '1.15 / x * 100' }, { x: 1 })).toEqual(['115.0000', '115.0000']);
  });

  it('reads full-width signs, names in Chinese, and the precedence of school', () => {
    expect(valueAndScore({ formula: 'max（x，2）＋3×−2÷4' }, { x: 1 })[0]).toBe('0.5000');
    expect(valueAndScore({ formula: '10 - 4 - 3' }, {})[0]).toBe('3.0000');
    expect(valueAndScore({ formula: '12 / 2 / 3 * x' }, { x: 2 })[0]).toBe('4.0000');
  });

  it('is missing, with the reason, where a figure is, the divisor is zero, or the target is not above zero', () => {
    const byMeasure: Partial<Metric> = {
      target: { kind: 'measure', measure: 't' },
      scoring: { kind: 'ratioToTarget' },
    };
    expect(valueAndScore({}, {})).toEqual([null, null, 'notSupplied']);
    expect(valueAndScore({ formula: 'x / t' }, { x: 1, t: 0 })).toEqual([null, null, 'divisionByZero']);
    expect(valueAndScore(byMeasure, { x: 1, t: 0 })).toEqual(['1.0000', null, 'targetNotPositive']);
    expect(valueAndScore(byMeasure, { x: 1, t: -5 })).toEqual(['1.0000', null, 'targetNotPositive']);
    expect(valueAndScore(byMeasure, { x: 1 })).toEqual(['1.0000', null, 'notSupplied']);
    expect(valueAndScore({ ...byMeasure, whenMissing: 'zero' }, { x: 1, t: 0 })).toEqual([
      '1.0000',
      '0.0000',
      'targetNotPositive',
    ]);
  });

  it('is scored against the target of the stage of its subject', () => {
    const target: Metric['target'] = {
      kind: 'stage',
      stages: [
        { stage: 'expansion', value: 50 },
        { stage: 'mature', value: '200' },
      ],
    };
    const metric: Partial<Metric> = { target, scoring: { kind: 'ratioToTarget', floor: 10, cap: 120 } };
    expect(valueAndScore(metric, { x: 50, stage: 'expansion' })).toEqual(['50.0000', '100.0000']);
    expect(valueAndScore(metric, { x: 50, stage: 'mature' })).toEqual(['50.0000', '25.0000']);
    expect(valueAndScore(metric, { x: 5, stage: 'mature' })).toEqual(['5.0000', '10.0000']);
    expect(valueAndScore(metric, { x: 500, stage: 'expansion' })).toEqual(['500.0000', '120.0000']);
    expect(valueAndScore(metric, { x: 50, stage: 'pilot' })).toEqual(['50.0000', null, 'noTarget']);
    expect(valueAndScore(metric, { x: 50 })).toEqual(['50.0000', null, 'notSupplied']);
  });

  it('is scored against the target of the first case that holds, and without one where none does', () => {
    const over = (value: number) => ({ all: [{ fact: 't', operator: 'greaterThan' as const, value }] });
    const target: Metric['target'] = {
      kind: 'condition',
      cases: [
        { conditions: over(20), value: 50 },
        { conditions: over(10), value: '200' },
      ],
    };
    const metric: Partial<Metric> = { target, scoring: { kind: 'ratioToTarget' } };
    expect(valueAndScore(metric, { x: 50, t: 21 })).toEqual(['50.0000', '100.0000']);
    expect(valueAndScore(metric, { x: 50, t: 20 })).toEqual(['50.0000', '25.0000']);
    expect(valueAndScore(metric, { x: 50, t: 10 })).toEqual(['50.0000', null, 'noTarget']);
    expect(valueAndScore(metric, { x: 50 })).toEqual(['50.0000', null, 'notSupplied']);
  });

  it('is scored on a line, or on steps, either way up', () => {
    const down: Partial<Metric> = {
      direction: 'lowerIsBetter',
      scoring: { kind: 'linear', from: { value: 1, score: 100 }, to: { value: 4, score: 0 } },
    };
    expect(valueAndScore(down, { x: 0 })[1]).toBe('100.0000');
    expect(valueAndScore(down, { x: 2 })[1]).toBe('66.6667');
    expect(valueAndScore(down, { x: 9 })[1]).toBe('0.0000');
    const steps: Partial<Metric> = {
      scoring: {
        kind: 'steps',
        below: 0,
        steps: [
          { from: 60, score: 60 },
          { from: '80', score: 100 },
        ],
      },
    };
    expect(['59.9999', '60', '79.9999', '80'].map((x) => valueAndScore(steps, { x })[1])).toEqual([
      '0.0000',
      '60.0000',
      '60.0000',
      '100.0000',
    ]);
  });
});

describe('a composite', () => {
  const figures = {
    attainment_figure: 110,
    complaints_figure: 95,
    referral_figure: 12,
    understanding_figure: 88,
  };
  const withPolicy = (whenMissing: Metric['whenMissing']): Model => {
    const model = g3Model();
    return { ...model, metrics: model.metrics.map((metric) => ({ ...metric, whenMissing })) };
  };

  it('leaves a missing metric out and re-weights, counts it as zero, or holds the subject, as the metric says', () => {
    expect(resultsOf(withPolicy('exclude'), [figures])[0]).toMatchObject({
      status: 'graded',
      composite: '83.31',
      grade: 'good',
      issues: [
        {
          code: 'metric.missing',
          severity: 'warning',
          pointer: '/metrics/1',
          params: { metric: 'nps', reason: 'notSupplied', of: 'nps_figure' },
        },
      ],
    });
    expect(resultsOf(withPolicy('zero'), [figures])[0]).toMatchObject({
      status: 'graded',
      composite: '66.65',
      grade: 'to_improve',
    });
    expect(resultsOf(withPolicy('hold'), [figures])[0]).toMatchObject({
      status: 'held',
      composite: null,
      grade: null,
    });
  });

  it('does not exist where nothing is left', () => {
    expect(resultsOf(withPolicy('exclude'), [{}])[0]).toMatchObject({
      status: 'ungraded',
      composite: null,
      grade: null,
      actions: [],
    });
  });
});

describe('rules', () => {
  const name = { zh: '规则', en: 'Rule' };
  const gate = (id: string, below: number, grade: string, priority?: number): GradeRule => ({
    id,
    name,
    ...(priority !== undefined && { priority }),
    conditions: { all: [{ fact: 'attainment', path: 'value', operator: 'lessThan', value: below }] },
    event: { type: 'grade', params: { grade } },
  });

  it('put their grade in place of the band: the highest priority, among equals the first', () => {
    const model: Model = {
      ...oneMetric({}),
      gradeRules: [
        gate('first', 95, 'good'),
        gate('second', 95, 'excellent'),
        gate('strong', 50, 'to_improve', 5),
      ],
    };
    const results = resultsOf(model, [{ x: 96 }, { x: 90 }, { x: 40 }]);
    expect(results.map(({ grade, gradeRule }) => [grade, gradeRule])).toEqual([
      ['excellent', undefined],
      ['good', 'first'],
      ['to_improve', 'strong'],
    ]);
  });

  it('propose actions in order of priority, on the final grade, and none for someone held', () => {
    const action = (id: string, priority?: number): ActionRule => ({
      id,
      name,
      ...(priority !== undefined && { priority }),
      conditions: {
        any: [
          { fact: 'grade', operator: 'in', value: ['to_improve'] },
          { fact: 'attainment', path: 'value', operator: 'isMissing', value: true },
        ],
      },
      event: { type: 'talk', params: { days: 30 } },
    });
    const actions = [action('a'), action('b', 9), action('c')];
    const results = resultsOf({ ...oneMetric({ whenMissing: 'zero' }), actions }, [{ x: 10 }, { x: 85 }, {}]);
    expect(results.map((result) => result.actions.map(({ rule }) => rule))).toEqual([
      ['b', 'a', 'c'],
      [],
      ['b', 'a', 'c'],
    ]);
    const held = resultsOf({ ...oneMetric({ whenMissing: 'hold' }), actions }, [{}]);
    expect(held[0]!.actions).toEqual([]);
  });
});
