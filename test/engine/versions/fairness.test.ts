import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupRates } from '../../../engine/index.ts';

describe('rates of groups side by side', () => {
  it('are by the four-fifths rule, with the interval that a calculation by hand gives', () => {
    const rates = groupRates(
      [
        { group: 'a', people: 100, favourable: 60 },
        { group: 'b', people: 100, favourable: 30 },
        { group: 'c', people: 50, favourable: 24 },
        { group: 'd', people: 4, favourable: 4 },
      ],
      30,
    );
    // ln(0.5) ± 1.96 √(1/30 − 1/100 + 1/60 − 1/100): 0.36 to 0.70. 24/50 by 60/100 is exactly 0.80, not below it.
    expect(rates).toEqual([
      {
        group: 'a',
        people: 100,
        favourable: 60,
        rate: '60.00',
        ratio: '1.00',
        low: null,
        high: null,
        isBelow: false,
        isSmall: false,
      },
      {
        group: 'b',
        people: 100,
        favourable: 30,
        rate: '30.00',
        ratio: '0.50',
        low: '0.36',
        high: '0.70',
        isBelow: true,
        isSmall: false,
      },
      {
        group: 'c',
        people: 50,
        favourable: 24,
        rate: '48.00',
        ratio: '0.80',
        low: '0.58',
        high: '1.11',
        isBelow: false,
        isSmall: false,
      },
      {
        group: 'd',
        people: 4,
        favourable: 4,
        rate: '100.00',
        ratio: '1.67',
        low: '1.08',
        high: '2.10',
        isBelow: false,
        isSmall: true,
      },
    ]);
  });

  it('say nothing where there is nothing to say', () => {
    expect(groupRates([], 30)).toEqual([]);
    const [none] = groupRates([{ group: 'a', people: 3, favourable: 0 }], 30);
    expect(none).toMatchObject({ rate: '0.00', ratio: null, low: null, isBelow: false, isSmall: true });
  });

  it('hold the ratio within its interval, and the best group is never below four fifths', () => {
    const counts = fc.array(
      fc.record({ people: fc.integer({ min: 1, max: 500 }), favourable: fc.nat(500) }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(counts, fc.integer({ min: 2, max: 50 }), (list, smallest) => {
        const rates = groupRates(
          list.map(({ people, favourable }, at) => ({
            group: String(at),
            people,
            favourable: Math.min(people, favourable),
          })),
          smallest,
        );
        const best = rates.filter(({ ratio, low }) => ratio !== null && low === null);
        expect(best.length).toBe(rates.some(({ ratio }) => ratio !== null) ? 1 : 0);
        expect(best.every(({ isBelow }) => !isBelow)).toBe(true);
        for (const { low, high } of rates)
          if (low !== null) expect(Number(low)).toBeLessThanOrEqual(Number(high));
      }),
    );
  });
});
