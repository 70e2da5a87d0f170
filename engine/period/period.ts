import { Temporal } from 'temporal-polyfill';
import type { Cadence, Period } from '../../schemas/index.ts';

/** The ways to write a period, and how each begins and how long it is. */
const forms: readonly {
  readonly cadence: Cadence;
  readonly pattern: RegExp;
  first(year: number, part: number, day: number): Temporal.PlainDate;
  readonly length: Temporal.DurationLike;
}[] = [
  {
    cadence: 'year',
    pattern: /^(\d{4})$/,
    first: (year) => date(year, 1, 1),
    length: { years: 1 },
  },
  {
    cadence: 'halfYear',
    pattern: /^(\d{4})-H([12])$/,
    first: (year, half) => date(year, half * 6 - 5, 1),
    length: { months: 6 },
  },
  {
    cadence: 'quarter',
    pattern: /^(\d{4})-Q([1-4])$/,
    first: (year, quarter) => date(year, quarter * 3 - 2, 1),
    length: { months: 3 },
  },
  {
    cadence: 'month',
    pattern: /^(\d{4})-(\d{2})$/,
    first: (year, month) => date(year, month, 1),
    length: { months: 1 },
  },
  { cadence: 'week', pattern: /^(\d{4})-W(\d{2})$/, first: firstOfWeek, length: { weeks: 1 } },
  {
    cadence: 'day',
    pattern: /^(\d{4})-(\d{2})-(\d{2})$/,
    first: (year, month, day) => date(year, month, day),
    length: { days: 1 },
  },
];

/**
 * The period of an id such as 2026-Q3, in a company's time zone.
 * @param timeZone an IANA name that `isTimeZone` accepts.
 * @returns undefined where the id names no period: 2026-13, 2026-W53 in a year of 52 weeks.
 */
export function periodOf(id: string, timeZone: string): Period | undefined {
  for (const { cadence, pattern, first, length } of forms) {
    const match = pattern.exec(id);
    if (match === null) continue;
    const [year, part = 1, day = 1] = match.slice(1).map(Number) as [number, number?, number?];
    try {
      return period(id, cadence, timeZone, first(year, part, day), length);
    } catch (error) {
      if (error instanceof RangeError) return undefined;
      throw error;
    }
  }
  return undefined;
}

/** Whether a name is a time zone that is known here. */
export function isTimeZone(name: string): boolean {
  try {
    return Temporal.PlainDate.from('2026-01-01').toZonedDateTime(name) !== undefined;
  } catch {
    return false;
  }
}

function period(
  id: string,
  cadence: Cadence,
  timeZone: string,
  start: Temporal.PlainDate,
  length: Temporal.DurationLike,
): Period {
  const end = start.add(length);
  return {
    id,
    cadence,
    timeZone,
    start: start.toString(),
    end: end.toString(),
    startInstant: startOfDay(start, timeZone),
    endInstant: startOfDay(end, timeZone),
  };
}

/** In UTC with milliseconds, as instants of records are written: the two compare as texts. */
function startOfDay(day: Temporal.PlainDate, timeZone: string): string {
  return day.toZonedDateTime(timeZone).toInstant().toString({ smallestUnit: 'millisecond' });
}

function date(year: number, month: number, day: number): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
}

/** Monday of an ISO week: the week of January 4 is the first. */
function firstOfWeek(year: number, week: number): Temporal.PlainDate {
  const january4 = date(year, 1, 4);
  const monday = january4.subtract({ days: january4.dayOfWeek - 1 }).add({ weeks: week - 1 });
  if (monday.yearOfWeek !== year) throw new RangeError('no such week');
  return monday;
}
