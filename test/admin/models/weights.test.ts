import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalInput, sameDecimal } from '../../../admin/models/document/decimal-input.ts';
import { normalised, spreadAmong, spreadRest } from '../../../admin/models/weights/share-out.ts';
import { groupWeights, weightSum } from '../../../admin/models/weights/weights.ts';
import { formatExact, parseDecimal } from '../../../engine/number/decimal.ts';
import { add, compare, integer, zero, type Rational } from '../../../engine/number/rational.ts';
import type { DecimalInput, Metric } from '../../../schemas/index.ts';

const weights = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 3 }))
    .map(([n, places]): DecimalInput =>
      decimalInput(formatExact({ n: BigInt(n), d: 10n ** BigInt(places) })),
    ),
  { minLength: 1, maxLength: 12 },
);

const exactSum = (list: readonly DecimalInput[]) =>
  formatExact(list.reduce<Rational>((total, weight) => add(total, parseDecimal(weight)!), zero));

const metricsOf = (list: readonly DecimalInput[]) => list.map((weight) => ({ weight }) as Metric);

describe('weights', () => {
  it('say how much is missing, how much is too much, and when they are exact', () => {
    expect(weightSum(metricsOf([0.1, 0.2, '99.7']))).toEqual({ sum: '100', off: '0', state: 'exact' });
    expect(weightSum(metricsOf([30, 30, '35.5']))).toEqual({ sum: '95.5', off: '4.5', state: 'under' });
    expect(weightSum(metricsOf([60, 43]))).toEqual({ sum: '103', off: '3', state: 'over' });
    expect(weightSum(metricsOf([60, '4x'])).state).toBe('unreadable');
  });

  it('make exactly 100 after the rest is spread, and none is below zero', () => {
    fc.assert(
      fc.property(weights, (list) => {
        const spread = spreadRest(list);
        expect(exactSum(spread)).toBe('100');
        expect(spread.every((weight) => parseDecimal(weight)!.n >= 0n)).toBe(true);
      }),
    );
  });

  it('that are locked stay when the rest is spread, which makes exactly 100 or cannot be', () => {
    fc.assert(
      fc.property(weights, fc.array(fc.nat(11)), (list, places) => {
        const locked = new Set(places.filter((at) => at < list.length));
        const spread = spreadAmong(list, locked);
        const held = list
          .filter((_, at) => locked.has(at))
          .reduce<Rational>((total, weight) => add(total, parseDecimal(weight)!), zero);
        const isRoom = locked.size < list.length && compare(held, integer(100)) <= 0;
        expect(spread !== undefined).toBe(isRoom);
        if (spread === undefined) return;
        expect(exactSum(spread)).toBe('100');
        for (const at of locked) expect(spread[at]).toBe(list[at]);
        expect(spread.every((weight) => parseDecimal(weight)!.n >= 0n)).toBe(true);
      }),
    );
    expect(spreadAmong([30, 20, 40], new Set([0]))).toEqual([30, 25, 45]);
  });

  it('make exactly 100 in hundredths after normalising, and keep their order', () => {
    fc.assert(
      fc.property(weights, (list) => {
        const shares = normalised(list);
        expect(exactSum(shares)).toBe('100');
        expect(shares.every((weight) => /^\d+(\.\d{1,2})?$/.test(String(weight)))).toBe(true);
        for (const [i, a] of list.entries())
          for (const [j, b] of list.entries())
            if (Number(a) > Number(b)) expect(Number(shares[i])).toBeGreaterThanOrEqual(Number(shares[j]));
      }),
    );
  });

  it('that make 100 already stay what they are', () => {
    expect(spreadRest([30, 20, 50])).toEqual([30, 20, 50]);
    expect(normalised([30, 20, 50])).toEqual([30, 20, 50]);
    expect(normalised([1, 1, 1])).toEqual([33.34, 33.33, 33.33]);
    expect(spreadRest([30, 0, 60])).toEqual([35, 0, 65]);
  });

  it('of a group are those of its metrics and of the groups below it', () => {
    const groups = [
      { id: 'a', name: { zh: 'A', en: 'A' } },
      { id: 'b', name: { zh: 'B', en: 'B' }, parent: 'a' },
    ];
    const metrics = [
      { group: 'a', weight: 30 },
      { group: 'b', weight: '12.5' },
    ] as Metric[];
    expect(groupWeights({ groups, metrics })).toEqual([
      { id: 'a', index: 0, depth: 0, weight: '42.5', metrics: [0] },
      { id: 'b', index: 1, depth: 1, weight: '12.5', metrics: [1] },
    ]);
  });
});

describe('a typed decimal', () => {
  it.each([
    ['30', 30],
    ['３０．５', 30.5],
    ['1,234.50', 1234.5],
    ['.5', 0.5],
    ['007', 7],
    ['−3', -3],
    ['0.12345678901', '0.12345678901'],
    ['123456789012345.5', '123456789012345.5'],
    ['', ''],
    ['3x', '3x'],
    ['1e5', '1e5'],
  ])('%s stands in the document as %s', (typed, stored) => {
    expect(decimalInput(typed)).toBe(stored);
  });

  it('is the same figure however it is written', () => {
    expect(sameDecimal('30.50', 30.5)).toBe(true);
    expect(sameDecimal('30.51', 30.5)).toBe(false);
  });
});
