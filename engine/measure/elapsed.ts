import { Temporal } from 'temporal-polyfill';
import type { ComputedColumn, DataRecord } from '../../schemas/index.ts';
import type { Rational } from '../number/rational.ts';
import type { Days } from '../period/period.ts';

type Unit = ComputedColumn['unit'];

const milliseconds: Readonly<Record<Exclude<Unit, 'workingDays'>, bigint>> = {
  minutes: 60_000n,
  hours: 3_600_000n,
  days: 86_400_000n,
};

/** The time from one cell of a record to another, exactly; null where one of them is empty. */
export function elapsed(
  { from, to, unit }: ComputedColumn,
  isInstant: boolean,
  { end, endInstant }: Days,
): (record: DataRecord) => Rational | null {
  const last = isInstant ? endInstant : end;
  return ({ values }) => {
    const start = values[from] ?? null;
    const stop = to === undefined ? last : (values[to] ?? null);
    if (start === null || stop === null) return null;
    // The last day of the period is the one before its end.
    const extra = to === undefined && !isInstant ? 1 : 0;
    return isInstant ? between(start, stop, unit) : daysBetween(start, stop, extra, unit);
  };
}

function between(start: string, stop: string, unit: Unit): Rational {
  const passed =
    Temporal.Instant.from(stop).epochMilliseconds - Temporal.Instant.from(start).epochMilliseconds;
  return { n: BigInt(passed), d: milliseconds[unit as keyof typeof milliseconds] };
}

function daysBetween(start: string, stop: string, extra: number, unit: Unit): Rational {
  const first = Temporal.PlainDate.from(start);
  const days = first.until(Temporal.PlainDate.from(stop)).days - extra;
  return { n: BigInt(unit === 'workingDays' ? workingDays(first.dayOfWeek, days) : days), d: 1n };
}

/** Mondays to Fridays among so many days after one of a weekday (1 is Monday); backwards, as many below zero. */
function workingDays(weekday: number, days: number): number {
  if (days < 0) return -workingDays(((((weekday - 1 + days) % 7) + 7) % 7) + 1, -days);
  let count = Math.floor(days / 7) * 5;
  for (let rest = 1; rest <= days % 7; rest += 1) if ((weekday - 1 + rest) % 7 < 5) count += 1;
  return count;
}
