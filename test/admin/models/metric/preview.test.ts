import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { previewOf } from '../../../../admin/models/metric/preview.ts';
import type { Metric, Scoring, Target } from '../../../../schemas/index.ts';
import { campaignSeed } from '../../../support/random.ts';

const metric = (scoring: Scoring, more: Partial<Metric> = {}): Metric => ({
  id: 'm',
  name: { zh: '指标', en: 'Metric' },
  group: 'g',
  weight: 10,
  formula: 'anything / at_all',
  direction: 'higherIsBetter',
  scoring,
  whenMissing: 'hold',
  ...more,
});
const points = (scoring: Scoring, more?: Partial<Metric>) =>
  previewOf(metric(scoring, more), 'expansion')?.points.map(({ value, score }) => `${value}:${score}`);

describe('the preview of a scoring', () => {
  it('shows a line at its points, between them and beyond them', () => {
    const scoring: Scoring = {
      kind: 'linear',
      from: { value: '45', score: 0 },
      to: { value: 95, score: 100 },
    };
    expect(points(scoring)).toEqual(['32.5:0', '45:0', '70:50', '95:100', '107.5:100']);
  });

  it('shows steps at each of them and below the first', () => {
    const steps = [
      { from: 50, score: 60 },
      { from: '75.5', score: 80 },
    ];
    expect(points({ kind: 'steps', below: 40, steps })).toEqual([
      '43.625:40',
      '50:60',
      '75.5:80',
      '81.875:80',
    ]);
  });

  it('shows cap and floor', () => {
    expect(points({ kind: 'asIs', floor: 20, cap: 120 })).toEqual([
      '-5:20',
      '20:20',
      '70:70',
      '120:120',
      '145:120',
    ]);
  });

  it('holds a ratio against the target that the model says for all, or for its stage', () => {
    const stage: Target = { kind: 'stage', stages: [{ stage: 'expansion', value: 12 }] };
    const [scoring, target] = [
      { kind: 'ratioToTarget', cap: 120 } as const,
      { kind: 'constant', value: '80' } as const,
    ];
    expect(points(scoring, { target })).toContain('80:100');
    expect(points(scoring, { target: stage })).toContain('12:100');
    expect(previewOf(metric(scoring, { target: stage }), 'expansion')).toMatchObject({
      target: '12',
      assumed: false,
    });
    expect(previewOf(metric(scoring, { target: stage }), 'mature')).toMatchObject({
      target: '100',
      assumed: true,
    });
  });

  it('says what a lower result is worth where that is better', () => {
    const direction = 'lowerIsBetter';
    const target: Target = { kind: 'constant', value: 40 };
    expect(points({ kind: 'asIs', floor: 0 }, { direction })).toEqual([
      '-25:125',
      '0:100',
      '50:50',
      '100:0',
      '125:0',
    ]);
    expect(points({ kind: 'ratioToTarget', cap: 120 }, { direction, target })).toEqual(
      expect.arrayContaining(['32:120', '40:100', '80:0']),
    );
    expect(
      points({ kind: 'gapToTarget', base: 80, perUnit: 4, floor: 0, cap: 100 }, { direction, target }),
    ).toEqual(['28.75:100', '35:100', '37.5:90', '40:80', '50:40', '60:0', '66.25:0']);
    expect(points({ kind: 'rating', from: 1, to: 5 }, { direction })).toEqual([
      '1:100',
      '2:75',
      '3:50',
      '4:25',
      '5:0',
    ]);
  });

  it('shows a curve at its points and between them, a long one at its points only', () => {
    const bent = [
      { value: 0, score: 0 },
      { value: 80, score: '60' },
      { value: 100, score: 100 },
    ];
    expect(points({ kind: 'curve', points: bent })).toEqual([
      '-25:0',
      '0:0',
      '40:30',
      '80:60',
      '90:80',
      '100:100',
      '125:100',
    ]);
    const long = Array.from({ length: 20 }, (_, index) => ({ value: index, score: index * index }));
    expect(points({ kind: 'curve', points: long })).toHaveLength(22);
  });

  it('holds a distance against any target, also one of zero', () => {
    const target: Target = { kind: 'constant', value: 0 };
    const scoring: Scoring = { kind: 'gapToTarget', base: 100, perUnit: 5, floor: 0 };
    expect(previewOf(metric(scoring, { target }), 'expansion')).toMatchObject({
      target: '0',
      assumed: false,
    });
    expect(points(scoring, { target })).toEqual(expect.arrayContaining(['-20:0', '0:100']));
    expect(points({ kind: 'gapToTarget', base: 70, perUnit: 0 }, { target })).toEqual([
      '-10:70',
      '0:70',
      '10:70',
    ]);
  });

  it('shows every mark of a short scale, and the quarters of another one', () => {
    expect(points({ kind: 'rating', from: 0, to: 100 })).toEqual([
      '0:0',
      '25:25',
      '50:50',
      '75:75',
      '100:100',
    ]);
    expect(points({ kind: 'rating', from: '0.5', to: 5 })).toHaveLength(5);
  });

  it('is published at the places of the metric', () => {
    const scoring: Scoring = { kind: 'linear', from: { value: 0, score: 0 }, to: { value: 3, score: 1 } };
    expect(points(scoring, { places: { score: 1 } })).toContain('1.5:0.5');
  });

  it('is none while something is wrong with the scoring', () => {
    expect(points({ kind: 'asIs', cap: '1,5' })).toBeUndefined();
    expect(points({ kind: 'asIs', floor: 5, cap: 1 })).toBeUndefined();
    expect(points({ kind: 'gapToTarget', base: 100, perUnit: -1 })).toBeUndefined();
    expect(points({ kind: 'rating', from: 5, to: 1 })).toBeUndefined();
    const back = [
      { value: 2, score: 0 },
      { value: 1, score: 5 },
    ];
    expect(points({ kind: 'curve', points: back })).toBeUndefined();
  });

  it('never falls where a higher result is better, and rises from left to right', () => {
    const decimal = fc.integer({ min: -99_999, max: 99_999 }).map((cents) => String(cents / 100));
    const pair = fc.uniqueArray(fc.integer({ min: -9_999, max: 9_999 }), { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(pair, pair, decimal, ([a, b], [c, d], target) => {
        const [low, high] = [Math.min(a!, b!), Math.max(a!, b!)];
        const [worse, better] = [Math.min(c!, d!), Math.max(c!, d!)];
        const scorings: Scoring[] = [
          { kind: 'asIs', floor: low, cap: high },
          { kind: 'ratioToTarget', floor: low, cap: high },
          { kind: 'linear', from: { value: low, score: worse }, to: { value: high, score: better } },
          { kind: 'steps', below: worse, steps: [{ from: low, score: better }] },
          { kind: 'gapToTarget', base: better, perUnit: '0.5', floor: worse, cap: better },
          { kind: 'rating', from: low, to: high },
          {
            kind: 'curve',
            points: [
              { value: low, score: worse },
              { value: high, score: better },
              { value: high + 1, score: better },
            ],
          },
        ];
        for (const scoring of scorings) {
          const { line, points: shown } = previewOf(
            metric(scoring, { target: { kind: 'constant', value: target } }),
            'expansion',
          )!;
          expect(shown.length).toBeGreaterThan(1);
          for (const list of [line, shown])
            for (const [index, point] of list.entries()) {
              const before = list[index - 1];
              if (before === undefined) continue;
              expect(Number(point.value)).toBeGreaterThan(Number(before.value));
              expect(Number(point.score)).toBeGreaterThanOrEqual(Number(before.score));
            }
        }
      }),
      { seed: campaignSeed(20261207), numRuns: 40 },
    );
  });
});
