import { Temporal } from 'temporal-polyfill';
import type { Cadence, Period } from '../../schemas/index.ts';
import { periodOf } from './period.ts';

const fromShortest: readonly Cadence[] = ['day', 'week', 'month', 'quarter', 'halfYear', 'year'];

/** Whether periods of one kind are longer than those of another. */
export function isLonger(a: Cadence, b: Cadence): boolean {
  return fromShortest.indexOf(a) > fromShortest.indexOf(b);
}

/**
 * So many periods running of a kind, in order of time: the last one is the last that ends no later than a period does.
 * Fewer where the calendar does not go back so far.
 */
export function lastPeriods({ end, timeZone }: Period, cadence: Cadence, count: number): Period[] {
  const found: Period[] = [];
  let current = periodAt(cadence, dayBefore(end), timeZone);
  if (current !== undefined && current.end > end) current = before(current);
  for (; current !== undefined && found.length < count; current = before(current)) found.unshift(current);
  return found;
}

/** The whole periods of a kind within a period, in order of time. */
export function periodsWithin({ start, end, timeZone }: Period, cadence: Cadence): Period[] {
  const found: Period[] = [];
  let current = periodAt(cadence, start, timeZone);
  for (; current !== undefined && current.end <= end; current = periodAt(cadence, current.end, timeZone)) {
    if (current.start >= start) found.push(current);
  }
  return found;
}

/** The period right before one. */
function before({ cadence, start, timeZone }: Period): Period | undefined {
  return periodAt(cadence, dayBefore(start), timeZone);
}

function dayBefore(day: string): string {
  return Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
}

/** The period of a kind that a day lies in. */
function periodAt(cadence: Cadence, day: string, timeZone: string): Period | undefined {
  return periodOf(idOf(cadence, Temporal.PlainDate.from(day)), timeZone);
}

function idOf(cadence: Cadence, day: Temporal.PlainDate): string {
  const year = String(day.year).padStart(4, '0');
  const two = (number: number) => String(number).padStart(2, '0');
  switch (cadence) {
    case 'year':
      return year;
    case 'halfYear':
      return `${year}-H${day.month <= 6 ? 1 : 2}`;
    case 'quarter':
      return `${year}-Q${Math.ceil(day.month / 3)}`;
    case 'month':
      return `${year}-${two(day.month)}`;
    case 'week':
      return `${String(day.yearOfWeek).padStart(4, '0')}-W${two(day.weekOfYear!)}`;
    case 'day':
      return day.toString();
  }
}
