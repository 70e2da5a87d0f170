import { Temporal } from 'temporal-polyfill';
import type { Cadence, Period, Window } from '../../schemas/index.ts';

/** From a day, or instant, up to another, which is not among them. */
export type Days = Pick<Period, 'start' | 'end' | 'startInstant' | 'endInstant'>;

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

/** Whether a name is an IANA time zone that is known here: no offset and no instant that names one. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Z]/i.test(name)) return false;
  try {
    return Temporal.PlainDate.from('2026-01-01').toZonedDateTime(name) !== undefined;
  } catch {
    return false;
  }
}

/** The days of a window of a period; the period's own where there is none. */
export function windowOf(period: Period, shape: Window | undefined): Days {
  if (shape === undefined) return period;
  const { length } = forms.find(({ cadence }) => cadence === period.cadence)!;
  const [start, end] = [Temporal.PlainDate.from(period.start), Temporal.PlainDate.from(period.end)];
  switch (shape.kind) {
    case 'earlier': {
      const first = back(start, length, shape.periods);
      return daysOf(first, first.add(length), period.timeZone);
    }
    case 'rolling':
      return daysOf(back(start, length, shape.periods - 1), end, period.timeZone);
    case 'earlierYear': {
      // Of a week the one with its number, where that year has it; of other periods the same dates.
      const first =
        period.cadence === 'week'
          ? weekIn(start.yearOfWeek! - shape.years, start.weekOfYear!)
          : start.subtract({ years: shape.years });
      return daysOf(first, first.add(length), period.timeZone);
    }
  }
}

/** The start of the period so many before the one that starts on a day. */
function back(start: Temporal.PlainDate, length: Temporal.DurationLike, periods: number): Temporal.PlainDate {
  const whole = Temporal.Duration.from(length);
  return start.subtract({
    years: whole.years * periods,
    months: whole.months * periods,
    weeks: whole.weeks * periods,
    days: whole.days * periods,
  });
}

/** The Monday of a week; of the year's last week where it has no week of that number. */
function weekIn(year: number, week: number): Temporal.PlainDate {
  try {
    return firstOfWeek(year, week);
  } catch {
    return firstOfWeek(year, week - 1);
  }
}

function daysOf(start: Temporal.PlainDate, end: Temporal.PlainDate, timeZone: string): Days {
  return {
    start: start.toString(),
    end: end.toString(),
    startInstant: startOfDay(start, timeZone),
    endInstant: startOfDay(end, timeZone),
  };
}

function period(
  id: string,
  cadence: Cadence,
  timeZone: string,
  start: Temporal.PlainDate,
  length: Temporal.DurationLike,
): Period {
  return { id, cadence, timeZone, ...daysOf(start, start.add(length), timeZone) };
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
