import { describe, expect, it } from 'vitest';
import { isTimeZone, periodOf } from '../../../engine/index.ts';
import { validatePeriod } from '../../../schemas/index.ts';

describe('a period', () => {
  it.each([
    ['2026', 'year', '2026-01-01', '2027-01-01'],
    ['2026-H2', 'halfYear', '2026-07-01', '2027-01-01'],
    ['2026-Q1', 'quarter', '2026-01-01', '2026-04-01'],
    ['2024-02', 'month', '2024-02-01', '2024-03-01'],
    ['2026-W01', 'week', '2025-12-29', '2026-01-05'],
    ['2026-W53', 'week', '2026-12-28', '2027-01-04'],
    ['2026-12-31', 'day', '2026-12-31', '2027-01-01'],
  ])('%s is a %s from %s to before %s', (id, cadence, start, end) => {
    const period = periodOf(id, 'Asia/Shanghai');
    expect(validatePeriod(period)).toBe(true);
    expect(period).toMatchObject({ id, cadence, start, end });
  });

  it('begins and ends at midnight of the company, summer time included', () => {
    expect(periodOf('2026-Q1', 'Asia/Shanghai')).toMatchObject({
      startInstant: '2025-12-31T16:00:00.000Z',
      endInstant: '2026-03-31T16:00:00.000Z',
    });
    expect(periodOf('2026-Q1', 'America/New_York')).toMatchObject({
      startInstant: '2026-01-01T05:00:00.000Z',
      endInstant: '2026-04-01T04:00:00.000Z',
    });
  });

  it.each([
    '2026-Q5',
    '2026-13',
    '2026-02-30',
    '2025-W53',
    '2026-W00',
    '26-Q1',
    '2026-H3',
    '',
    '__proto__',
    '2026-Q1 ',
  ])('is not written %j', (id) => {
    expect(periodOf(id, 'UTC')).toBeUndefined();
  });
});

describe('a time zone', () => {
  it('has an IANA name', () => {
    expect(['Asia/Shanghai', 'UTC', 'America/New_York', 'Mars/Olympus', ''].map(isTimeZone)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});
