import { describe, expect, it } from 'vitest';
import { check, compile } from '../../engine/index.ts';
import type { Comparison, Metric, Model } from '../../schemas/index.ts';
import { g3Model } from '../support/models.ts';

const name = { zh: '名称', en: 'Name' };

const withMetric = (metric: Partial<Metric>): Model => {
  const model = g3Model();
  return { ...model, metrics: [{ ...model.metrics[0]!, ...metric }, ...model.metrics.slice(1)] };
};
const asking = (operator: string, value: Comparison['value']): Model => {
  const comparison = { fact: 'composite', operator, value } as Comparison;
  return {
    ...g3Model(),
    actions: [{ id: 'a', name, conditions: { all: [comparison] }, event: { type: 'talk' } }],
  };
};

describe('a model that check refuses', () => {
  it.each<[string, Model]>([
    ['unchecked formula of attainment', withMetric({ formula: '1 +' })],
    ['unchecked formula of bonus', { ...g3Model(), points: [{ id: 'bonus', name, formula: '1 +' }] }],
    ['unchecked scoring: no target', withMetric({ scoring: { kind: 'ratioToTarget' } })],
    ['unchecked scoring: no target', withMetric({ scoring: { kind: 'gapToTarget', base: 100, perUnit: 1 } })],
    ['the beginning of a text is asked of records only', asking('startsWith', 'a')],
    ['a list where one value is compared', asking('equal', [1, 2])],
    ['one value where a list is compared', asking('in', 1)],
    ['isMissing compares nothing', asking('not:isMissing', true)],
  ])('is not compiled: %s', (message, model) => {
    expect(check(model)).not.toEqual([]);
    expect(() => compile(model)).toThrow(message);
  });
});
