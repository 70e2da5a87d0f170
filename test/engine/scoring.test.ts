import { describe, expect, it } from 'vitest';
import type { Metric, Scoring } from '../../schemas/index.ts';
import { g3Model } from '../support/models.ts';
import { resultsOf } from '../support/evaluate-rows.ts';

/** The score of a value, by a scoring alone; its receipt is recomputed. */
function scoreOf(
  scoring: Scoring,
  value: string,
  { direction = 'higherIsBetter', target }: Partial<Pick<Metric, 'direction'>> & { target?: string } = {},
): string | null {
  const base = g3Model();
  const model = {
    ...base,
    metrics: base.metrics.map((metric, index) =>
      index > 0
        ? metric
        : {
            ...metric,
            scoring,
            direction,
            ...(target !== undefined && { target: { kind: 'constant' as const, value: target } }),
          },
    ),
  };
  const [result] = resultsOf(model, [{ attainment_figure: value }]);
  return result!.metrics['attainment']!.score;
}

const curve: Scoring = {
  kind: 'curve',
  points: [
    { value: 60, score: 0 },
    { value: 80, score: 60 },
    { value: 100, score: 100 },
    { value: 150, score: 120 },
  ],
};
const rating: Scoring = { kind: 'rating', from: 1, to: 5 };

describe('a curve', () => {
  it.each([
    ['59', '0.0000'],
    ['60', '0.0000'],
    ['70', '30.0000'],
    ['80', '60.0000'],
    ['83.3333', '66.6666'],
    ['100', '100.0000'],
    ['125', '110.0000'],
    ['150', '120.0000'],
    ['151', '120.0000'],
  ])('at %s is %s', (value, score) => {
    expect(scoreOf(curve, value)).toBe(score);
  });
});

describe('a rating from 1 to 5', () => {
  it.each([
    ['1', '0.0000', '100.0000'],
    ['3.5', '62.5000', '37.5000'],
    ['5', '100.0000', '0.0000'],
    ['5.01', null, null],
    ['0.99', null, null],
  ])('of %s scores %s, and %s where lower is better', (value, higher, lower) => {
    expect(scoreOf(rating, value)).toBe(higher);
    expect(scoreOf(rating, value, { direction: 'lowerIsBetter' })).toBe(lower);
  });
});

describe('the gap to a target of 85', () => {
  const gap: Scoring = { kind: 'gapToTarget', base: 100, perUnit: '2.5', floor: 0, cap: 120 };
  it.each([
    ['85', '100.0000', '100.0000'],
    ['87', '105.0000', '95.0000'],
    ['99', '120.0000', '65.0000'],
    ['30', '0.0000', '120.0000'],
  ])('at %s scores %s, and %s where lower is better', (value, higher, lower) => {
    expect(scoreOf(gap, value, { target: '85' })).toBe(higher);
    expect(scoreOf(gap, value, { target: '85', direction: 'lowerIsBetter' })).toBe(lower);
  });
});

describe('where lower is better', () => {
  const direction = 'lowerIsBetter';

  it('the value as it is is what it leaves of 100', () => {
    expect(scoreOf({ kind: 'asIs' }, '3.2', { direction })).toBe('96.8000');
    expect(scoreOf({ kind: 'asIs', floor: 0 }, '130', { direction })).toBe('0.0000');
  });

  it('the ratio to the target costs a point for each percent over it', () => {
    const ratio: Scoring = { kind: 'ratioToTarget', cap: 120, floor: 0 };
    expect(scoreOf(ratio, '30', { direction, target: '30' })).toBe('100.0000');
    expect(scoreOf(ratio, '33', { direction, target: '30' })).toBe('90.0000');
    expect(scoreOf(ratio, '0', { direction, target: '30' })).toBe('120.0000');
    expect(scoreOf(ratio, '90', { direction, target: '30' })).toBe('0.0000');
  });
});
