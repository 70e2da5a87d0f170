import { describe, expect, it } from 'vitest';
import { metricBlock } from '../../../admin/statement/metric-block.ts';
import { viewOf } from '../../../admin/statement/view.ts';
import { check } from '../../../engine/index.ts';
import type { Metric, Model, Scoring } from '../../../schemas/index.ts';
import { g3Model } from '../../support/models.ts';
import { statementOf } from './statement-of.ts';

/** The block of a metric with this scoring, of a person with this figure. */
function blockOf(scoring: Scoring, figure: string, more: Partial<Metric> = {}, language: 'zh' | 'en' = 'en') {
  const base = g3Model();
  const [first, ...others] = base.metrics;
  const model: Model = { ...base, metrics: [{ ...first!, scoring, ...more }, ...others] };
  expect(check(model)).toEqual([]);
  const view = viewOf(statementOf(model, { attainment_figure: figure }), language);
  return metricBlock(view, model.metrics[0]!);
}
const scoreOf = (...args: Parameters<typeof blockOf>) =>
  blockOf(...args).lines.find(({ kind }) => kind === 'score');
const lower = { direction: 'lowerIsBetter', target: { kind: 'constant', value: 40 } } as const;
const higher = { target: { kind: 'constant', value: 40 } } as const;
const curve: Scoring = {
  kind: 'curve',
  points: [
    { value: -20, score: 0 },
    { value: 80, score: 60 },
    { value: 100, score: 100 },
  ],
};

describe('the arithmetic of a score', () => {
  it.each<[string, Scoring, string, Partial<Metric>, string]>([
    ['as it is', { kind: 'asIs', cap: 80 }, '90', {}, 'min(90.0000, 80) = 80.0000'],
    ['as it is, lower', { kind: 'asIs' }, '5', lower, '100 − 5.0000 = 95.0000'],
    ['ratio', { kind: 'ratioToTarget' }, '30', higher, '30.0000 ÷ 40 × 100 = 75.0000'],
    ['ratio, lower', { kind: 'ratioToTarget' }, '50', lower, '200 − 50.0000 ÷ 40 × 100 = 75.0000'],
    [
      'distance',
      { kind: 'gapToTarget', base: 80, perUnit: '0.5', cap: 90 },
      '44',
      higher,
      'min(80 + (44.0000 − 40) × 0.5, 90) = 82.0000',
    ],
    [
      'distance, lower',
      { kind: 'gapToTarget', base: 80, perUnit: 2, floor: 0 },
      '-1',
      lower,
      'max(80 + (40 − (-1.0000)) × 2, 0) = 162.0000',
    ],
    ['rating', { kind: 'rating', from: 1, to: 5 }, '4', {}, '(4.0000 − 1) ÷ (5 − 1) × 100 = 75.0000'],
    [
      'rating, lower',
      { kind: 'rating', from: 1, to: 5 },
      '4',
      lower,
      '(5 − 4.0000) ÷ (5 − 1) × 100 = 25.0000',
    ],
    ['on a curve', curve, '85', {}, '60 + (85.0000 − 80) ÷ (100 − 80) × (100 − 60) = 70.0000'],
    [
      'on a curve from below zero',
      curve,
      '30',
      {},
      '0 + (30.0000 − (-20)) ÷ (80 − (-20)) × (60 − 0) = 30.0000',
    ],
    ['on a point', curve, '80', {}, '80.0000 → 60 = 60.0000'],
    ['under a curve', curve, '-21', {}, '-21.0000 ≤ -20 → 0 = 0.0000'],
    ['beyond a curve', curve, '101', {}, '101.0000 ≥ 100 → 100 = 100.0000'],
    [
      'on a line',
      { kind: 'linear', from: { value: 0, score: 100 }, to: { value: 50, score: 0 } },
      '20',
      lower,
      '100 + (20.0000 − 0) ÷ (50 − 0) × (0 − 100) = 60.0000',
    ],
  ])('%s', (_name, scoring, figure, more, text) => {
    expect(scoreOf(scoring, figure, more)?.text).toBe(text);
  });

  it('is said in words too, in both languages', () => {
    const gap: Scoring = { kind: 'gapToTarget', base: 80, perUnit: 2, floor: 0, cap: 120 };
    expect(scoreOf(gap, '44', lower)?.note).toBe(
      'Lower is better: on target is 80; each unit above it costs 2, each unit below it adds as much. At least 0. At most 120.',
    );
    expect(scoreOf(gap, '44', lower, 'zh')?.note).toBe(
      '越低越好：等于目标得 80 分，每高出一个单位扣 2 分，每低一个单位加 2 分。最低 0 分。最高 120 分。',
    );
    expect(scoreOf({ kind: 'asIs' }, '4', lower, 'zh')?.note).toBe('越低越好：得分为 100 减去数值。');
    for (const language of ['zh', 'en'] as const) {
      for (const scoring of [curve, { kind: 'rating', from: 1, to: 5 }] as const) {
        expect(scoreOf(scoring, '4', {}, language)?.note).not.toMatch(/undefined|\{\w+\}/);
      }
    }
  });

  it('is none of a mark off its scale: the metric is missing, and says why', () => {
    const block = blockOf({ kind: 'rating', from: 1, to: 5 }, '6');
    expect(block.missing?.because).toContain('off its scale');
    expect(block.lines.map(({ kind }) => kind)).toEqual(['value']);
  });

  it('knows the most a score can be', () => {
    expect(blockOf({ kind: 'rating', from: 1, to: 5 }, '4').most).toBe('30');
    expect(blockOf(curve, '4').most).toBe('30');
    expect(blockOf({ kind: 'gapToTarget', base: 80, perUnit: 1 }, '4', higher).most).toBeNull();
    expect(blockOf({ kind: 'gapToTarget', base: 80, perUnit: 1, cap: 120 }, '4', higher).most).toBe('36');
  });

  it('shows the target that a distance is held against', () => {
    expect(blockOf({ kind: 'gapToTarget', base: 80, perUnit: 1 }, '4', higher).target).toBe('40');
    expect(blockOf({ kind: 'asIs' }, '4', higher).target).toBeNull();
  });
});
