import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../engine/index.ts';
import type { Model, Scoring } from '../../schemas/index.ts';
import { compiled, resultsOf, tableFor } from '../support/evaluate-rows.ts';
import { g3Model } from '../support/models.ts';

const seed = Number(process.env['MERITSCALE_SEED'] ?? 20_261_123);
const runs = { seed, numRuns: 300 };

/** A decimal with up to four places, as text. */
const decimal = (from: number, to: number) =>
  fc.integer({ min: from * 10_000, max: to * 10_000 }).map((units) => {
    const digits = String(Math.abs(units)).padStart(5, '0');
    return `${units < 0 ? '-' : ''}${digits.slice(0, -4)}.${digits.slice(-4)}`;
  });

const figure = fc.option(decimal(-50, 150), { freq: 8 });
const person = fc.record({
  attainment_figure: figure,
  nps_figure: figure,
  complaints_figure: figure,
  referral_figure: figure,
  understanding_figure: figure,
});

describe('laws', () => {
  it('the order of subjects never matters', () => {
    fc.assert(
      fc.property(fc.array(person, { minLength: 2, maxLength: 8 }), (people) => {
        const program = compiled(g3Model());
        const there = evaluate(program, tableFor(program, people));
        const back = evaluate(program, tableFor(program, people.toReversed())).toReversed();
        expect(back.map(({ subject: _, ...rest }) => rest)).toEqual(
          there.map(({ subject: _, ...rest }) => rest),
        );
      }),
      runs,
    );
  });

  it('the order of metrics never matters', () => {
    fc.assert(
      fc.property(person, fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), (figures, order) => {
        const model = g3Model();
        const shuffled: Model = { ...model, metrics: order.map((index) => model.metrics[index]!) };
        const [one] = resultsOf(model, [figures]);
        const [other] = resultsOf(shuffled, [figures]);
        expect([other!.composite, other!.grade, other!.metrics]).toEqual([
          one!.composite,
          one!.grade,
          one!.metrics,
        ]);
      }),
      runs,
    );
  });

  it('a better figure never lowers the score of a metric for which higher is better', () => {
    const bound = decimal(-20, 200);
    const rising = fc.tuple(bound, bound).map((pair) => pair.toSorted((a, b) => Number(a) - Number(b)));
    const scoring: fc.Arbitrary<Scoring> = fc.oneof(
      rising.map(([floor, cap]) => ({ kind: 'asIs' as const, floor: floor!, cap: cap! })),
      rising.map(([floor, cap]) => ({ kind: 'ratioToTarget' as const, floor: floor!, cap: cap! })),
      fc
        .tuple(rising, rising)
        .filter(([values]) => values[0] !== values[1])
        .map(([values, scores]) => ({
          kind: 'linear' as const,
          from: { value: values[0]!, score: scores[0]! },
          to: { value: values[1]!, score: scores[1]! },
        })),
      fc.uniqueArray(fc.integer({ min: -50, max: 150 }), { minLength: 1, maxLength: 5 }).map((froms) => ({
        kind: 'steps' as const,
        below: -1,
        steps: froms.toSorted((a, b) => a - b).map((from, index) => ({ from, score: index * 10 })),
      })),
    );
    fc.assert(
      fc.property(scoring, decimal(1, 300), rising, (kind, target, [low, high]) => {
        const model = g3Model();
        const metric = {
          ...model.metrics[0]!,
          weight: 100,
          scoring: kind,
          target: { kind: 'constant' as const, value: target },
        };
        const scores = resultsOf({ ...model, metrics: [metric] }, [
          { attainment_figure: low },
          { attainment_figure: high },
        ]).map((result) => Number(result.metrics['attainment']!.score));
        expect(scores[1]).toBeGreaterThanOrEqual(scores[0]!);
      }),
      { ...runs, numRuns: 1000 },
    );
  });

  it('every composite from 0.00 to 100.00 falls in exactly one band', () => {
    const model = g3Model();
    const metric = { ...model.metrics[0]!, weight: 100 };
    const program = compiled({ ...model, metrics: [metric] });
    const all = Array.from({ length: 10_001 }, (_, cents) => ({
      attainment_figure: (cents / 100).toFixed(2),
    }));
    const results = evaluate(program, tableFor(program, all));
    for (const { composite, grade } of results) {
      const holding = model.bands.filter(
        ({ from, to }) =>
          (from === undefined || Number(composite) >= Number(from)) &&
          (to === undefined || Number(composite) < Number(to)),
      );
      expect(holding.map((band) => band.grade)).toEqual([grade]);
    }
    expect(results).toHaveLength(10_001);
  });

  it('an attainment that is an exact percentage is never a hair off: all 101 000 pairs', () => {
    const model = g3Model();
    const metric = { ...model.metrics[0]!, weight: 100, formula: 'attainment_figure / nps_figure * 100' };
    const program = compiled({ ...model, metrics: [metric] });
    const pairs = Array.from({ length: 1000 }, (_, target) => target + 1).flatMap((target) =>
      Array.from({ length: 101 }, (_, percent) => ({ target, percent: percent + 50 })),
    );
    const table = tableFor(
      program,
      pairs.map(({ target, percent }) => ({
        attainment_figure: ((target * percent) / 100).toFixed(2),
        nps_figure: target,
      })),
    );
    const wrong = evaluate(program, table).filter(
      ({ composite }, row) => composite !== pairs[row]!.percent.toFixed(2),
    );
    expect(pairs).toHaveLength(101_000);
    expect(wrong).toEqual([]);
  });
});
