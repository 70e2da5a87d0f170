import { describe, expect, it } from 'vitest';
import { periodOf } from '../../../engine/index.ts';
import { windowOf } from '../../../engine/period/period.ts';
import type { Window } from '../../../schemas/index.ts';

const days = (id: string, window: Window | undefined) => {
  const { start, end } = windowOf(periodOf(id, 'Asia/Shanghai')!, window);
  return [start, end];
};

describe('a window', () => {
  it.each([
    ['2026-Q3', { kind: 'earlier', periods: 1 }, '2026-04-01', '2026-07-01'],
    ['2026-Q1', { kind: 'earlier', periods: 2 }, '2025-07-01', '2025-10-01'],
    ['2026-03', { kind: 'earlier', periods: 1 }, '2026-02-01', '2026-03-01'],
    ['2026-H1', { kind: 'earlier', periods: 3 }, '2024-07-01', '2025-01-01'],
    ['2026', { kind: 'earlier', periods: 1 }, '2025-01-01', '2026-01-01'],
    ['2026-W01', { kind: 'earlier', periods: 1 }, '2025-12-22', '2025-12-29'],
    ['2026-03-01', { kind: 'earlier', periods: 1 }, '2026-02-28', '2026-03-01'],
    ['2026-Q3', { kind: 'earlierYear', years: 1 }, '2025-07-01', '2025-10-01'],
    ['2024-02', { kind: 'earlierYear', years: 1 }, '2023-02-01', '2023-03-01'],
    ['2024-02-29', { kind: 'earlierYear', years: 1 }, '2023-02-28', '2023-03-01'],
    ['2026-W10', { kind: 'earlierYear', years: 1 }, '2025-03-03', '2025-03-10'],
    ['2026-W53', { kind: 'earlierYear', years: 1 }, '2025-12-22', '2025-12-29'],
    ['2026-09', { kind: 'rolling', periods: 3 }, '2026-07-01', '2026-10-01'],
    ['2026-Q1', { kind: 'rolling', periods: 4 }, '2025-04-01', '2026-04-01'],
  ] as const)('of %s, %j, is from %s to before %s', (id, window, start, end) => {
    expect(days(id, window)).toEqual([start, end]);
  });

  it('is the period where there is none', () => {
    expect(days('2026-Q3', undefined)).toEqual(['2026-07-01', '2026-10-01']);
  });

  it('begins at midnight of the company, whatever the season there', () => {
    const period = periodOf('2026-Q2', 'America/New_York')!;
    expect(windowOf(period, { kind: 'earlier', periods: 1 })).toMatchObject({
      startInstant: '2026-01-01T05:00:00.000Z',
      endInstant: '2026-04-01T04:00:00.000Z',
    });
  });
});
