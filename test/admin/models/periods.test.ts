import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { periodAfter, periodAt, periodBefore, startChoices } from '../../../admin/models/periods/periods.ts';
import { spansOf, versionOn } from '../../../admin/models/periods/spans.ts';
import { periodOf } from '../../../engine/period/period.ts';
import type { Cadence } from '../../../schemas/index.ts';

const cadences: Cadence[] = ['day', 'week', 'month', 'quarter', 'halfYear', 'year'];
const hash = '0'.repeat(64);

describe('periods', () => {
  it('of a day hold that day, whatever the cadence', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.constantFrom(...cadences), (days, cadence) => {
        const day = new Date(days * 86_400_000).toISOString().slice(0, 10);
        const period = periodOf(periodAt(cadence, day), 'UTC');
        expect(period?.cadence).toBe(cadence);
        expect(period!.start <= day && day < period!.end).toBe(true);
        expect(periodBefore(periodAfter(period!.id))).toBe(period!.id);
      }),
    );
  });

  it('to begin with are the one that has ended, the current one and those to come', () => {
    expect(startChoices('quarter', '2026-11-23', 2).map(({ period, when }) => [period, when])).toEqual([
      ['2026-Q3', 'past'],
      ['2026-Q4', 'current'],
      ['2027-Q1', 'next'],
      ['2027-Q2', 'next'],
    ]);
    expect(startChoices('week', '2026-12-30', 1).map(({ period }) => period)).toEqual([
      '2026-W52',
      '2026-W53',
      '2027-W01',
    ]);
  });
});

describe('what holds for which periods', () => {
  it('changes where a version is published from a period on', () => {
    const spans = spansOf([
      { version: 1, from: null, hash, pilot: false },
      { version: 2, from: '2026-Q3', hash, pilot: false },
    ]);
    expect(spans).toEqual([
      { version: 1, from: null, until: '2026-Q3' },
      { version: 2, from: '2026-Q3', until: null },
    ]);
    expect(versionOn(spans, '2026-06-30')).toBe(1);
    expect(versionOn(spans, '2026-07-01')).toBe(2);
  });

  it('leaves out a version that a later one replaces from the same period or an earlier one on', () => {
    const spans = spansOf([
      { version: 1, from: '2026-Q1', hash, pilot: false },
      { version: 2, from: '2026-Q4', hash, pilot: false },
      { version: 3, from: '2026-Q3', hash, pilot: false },
    ]);
    expect(spans.map(({ version }) => version)).toEqual([1, 3]);
    expect(versionOn(spans, '2025-12-31')).toBeUndefined();
  });
});
