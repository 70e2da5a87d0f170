import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datePattern, isRealDay } from '../../../server/datasets/date-pattern.ts';
import { campaignSeed } from '../../support/random.ts';

describe('date patterns', () => {
  it.each([
    ['YYYY-MM-DD', '2026-03-05', '2026-03-05'],
    ['YYYY/M/D', '2026/3/5', '2026-03-05'],
    ['YYYY/M/D', '2026/12/31', '2026-12-31'],
    ['YYYY/M/D', '2026/03/05', '2026-03-05'],
    ['DD.MM.YYYY', '05.03.2026', '2026-03-05'],
    ['M/D/YYYY', '3/5/2026', '2026-03-05'],
    ['YYYYMMDD', '20260305', '2026-03-05'],
    ['YYYY年M月D日', '2026年3月5日', '2026-03-05'],
    ['(YYYY)[MM]{DD}', '(2026)[03]{05}', '2026-03-05'],
    ['YYYY-MM-DD', '2024-02-29', '2024-02-29'],
    ['YYYY-MM-DD', '0001-01-01', '0001-01-01'],
  ])('%s reads %s', (pattern, text, day) => {
    expect(datePattern(pattern)!(text)).toBe(day);
  });

  it.each([
    ['YYYY-MM-DD', '2026-3-5'],
    ['YYYY-MM-DD', '2026-02-29'],
    ['YYYY-MM-DD', '1900-02-29'],
    ['YYYY-MM-DD', '2026-04-31'],
    ['YYYY-MM-DD', '2026-00-10'],
    ['YYYY-MM-DD', '2026-13-01'],
    ['YYYY-MM-DD', '2026-01-00'],
    ['YYYY-MM-DD', '0000-01-01'],
    ['YYYY-MM-DD', '2026-01-01 00:00'],
    ['YYYY-MM-DD', '２０２６-01-01'],
    ['YYYY.MM.DD', '2026-01-01'],
    ['YYYY/M/D', '2026/003/5'],
  ])('%s does not read %s', (pattern, text) => {
    expect(datePattern(pattern)!(text)).toBeUndefined();
  });

  it.each([
    'YYYY-MM',
    'YY-MM-DD',
    'YYYYMD',
    'YYYYMMD',
    'YYYY-MM-DD-DD',
    'YYYY-MM-MM',
    'YYYY0MM-DD',
    'Day DD MM YYYY',
    ' YYYY-MM-DD',
    'abc',
  ])('%s cannot be used', (pattern) => {
    expect(datePattern(pattern)).toBeUndefined();
  });

  it('knows the days there are as the calendar does', () => {
    const part = (max: number) => fc.integer({ min: 0, max });
    fc.assert(
      fc.property(part(9999), part(14), part(33), (year, month, day) => {
        const date = new Date(0);
        date.setUTCFullYear(year, month - 1, day);
        const real = year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
        expect(isRealDay(year, month, day)).toBe(real && month > 0);
      }),
      { seed: campaignSeed(1), numRuns: 2000 },
    );
  });
});
