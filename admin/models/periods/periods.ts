import { periodOf } from '../../../engine/period/period.ts';
import type { Cadence } from '../../../schemas/index.ts';

/** The id of the period of a cadence that a calendar day lies in. */
export function periodAt(cadence: Cadence, day: string): string {
  const [year, month] = [day.slice(0, 4), Number(day.slice(5, 7))];
  switch (cadence) {
    case 'year':
      return year;
    case 'halfYear':
      return `${year}-H${month <= 6 ? 1 : 2}`;
    case 'quarter':
      return `${year}-Q${Math.ceil(month / 3)}`;
    case 'month':
      return day.slice(0, 7);
    case 'week':
      return weekAt(day);
    case 'day':
      return day;
  }
}

/** The period right after one; a period's id says its cadence. */
export function periodAfter(id: string): string {
  const { cadence, end } = periodOf(id, 'UTC')!;
  return periodAt(cadence, end);
}

/** The period right before one. */
export function periodBefore(id: string): string {
  const { cadence, start } = periodOf(id, 'UTC')!;
  return periodAt(cadence, shifted(start, -1));
}

/** When a version may begin: the last period that has ended, the one of today, and those to come. */
export interface StartChoice {
  readonly period: string;
  readonly when: 'past' | 'current' | 'next';
  /** The first day. */
  readonly start: string;
}

/** Periods that a publication may begin with, in their order: one that has ended, the current one, and `ahead` more. */
export function startChoices(cadence: Cadence, today: string, ahead = 4): StartChoice[] {
  const current = periodAt(cadence, today);
  const periods = [periodBefore(current), current];
  for (let count = 0; count < ahead; count += 1) periods.push(periodAfter(periods.at(-1)!));
  return periods.map((period, place) => ({
    period,
    when: place === 0 ? 'past' : place === 1 ? 'current' : 'next',
    start: periodOf(period, 'UTC')!.start,
  }));
}

/** The Thursday of an ISO week says its year, and which week of it. */
function weekAt(day: string): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  const thursday = shifted(day, 3 - weekday);
  const first = `${thursday.slice(0, 4)}-01-01`;
  const week = Math.floor((Date.parse(thursday) - Date.parse(first)) / 604_800_000) + 1;
  return `${thursday.slice(0, 4)}-W${String(week).padStart(2, '0')}`;
}

function shifted(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
