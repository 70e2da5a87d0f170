import { describe, expect, it } from 'vitest';
import { analyseSeen, type Seen } from '../../../engine/index.ts';
import { parseDecimal } from '../../../engine/number/decimal.ts';
import type { Metric, Model, Result } from '../../../schemas/index.ts';

const metric = (target: Metric['target'], direction: Metric['direction'] = 'higherIsBetter') =>
  ({ id: 'm', formula: 'sales', direction, target }) as unknown as Metric;
const modelOf = (one: Metric, ranking?: Model['ranking']) =>
  ({ metrics: [one], ...(ranking && { ranking }) }) as unknown as Model;
const seenOf = (values: readonly (string | null)[], team = 'a'): Seen[] =>
  values.map((value) => ({
    result: { metrics: { m: { value } } } as unknown as Result,
    period: '2026-Q3',
    team,
    role: null,
    stage: 'mature',
    figure: () => parseDecimal('50')!,
  }));
const ten = (value: string) => Array.from({ length: 10 }, () => value);
const found = (model: Model, seen: readonly Seen[]) =>
  analyseSeen(model, seen).map(({ code, pointer }) => [code, pointer]);

describe('what stored data say of a model', () => {
  it.each<[string, Metric['target']]>([
    ['a number', { kind: 'constant', value: 50 }],
    ['a measure', { kind: 'measure', measure: 'x' }],
    ['by stage', { kind: 'stage', stages: [{ stage: 'mature', value: '50' }] }],
  ])('is that a target, %s, is never or always reached', (_name, target) => {
    const model = modelOf(metric(target));
    expect(found(model, seenOf(ten('49.9999')))).toEqual([['target.neverReached', '/metrics/0/target']]);
    expect(found(model, seenOf(ten('50')))).toEqual([['target.alwaysReached', '/metrics/0/target']]);
    expect(found(model, seenOf([...ten('50'), '49']))).toEqual([]);
    expect(found(modelOf(metric(target, 'lowerIsBetter')), seenOf(ten('51')))).toEqual([
      ['target.neverReached', '/metrics/0/target'],
    ]);
  });

  it('is nothing of a metric whose formula divides by the target', () => {
    const share = { ...metric({ kind: 'constant', value: 50 }), formula: 'sales / target * 100' };
    expect(found(modelOf(share), seenOf(ten('1')))).toEqual([]);
  });

  it('is nothing of a few results, of missing ones, and of targets that depend', () => {
    const model = modelOf(metric({ kind: 'constant', value: 50 }));
    expect(found(model, seenOf([...ten('1').slice(1), null]))).toEqual([]);
    const name = { zh: 'l', en: 'l' };
    const levels: Metric['target'] = { kind: 'levels', levels: [{ id: 'l', name, value: 1 }] };
    expect(found(modelOf(metric(levels)), seenOf(ten('0')))).toEqual([]);
  });

  it('is how many groups are too small to be ranked', () => {
    const ranking = { scope: 'team', smallestGroup: 3 } as unknown as Model['ranking'];
    const seen = [...seenOf(['1', '2', '3'], 'a'), ...seenOf(['1', '2'], 'b')];
    const findings = analyseSeen(modelOf(metric(undefined), ranking), seen);
    expect(findings).toMatchObject([
      { code: 'ranking.smallGroup', params: { groups: 1, all: 2, smallest: 3 } },
    ]);
  });
});
