import { isRealDay } from '../../datasets/date-pattern.ts';
import type { CellReader } from './cell.ts';
import { localTime } from './local-time.ts';

const written =
  /^(\d{4})-(\d{2})-(\d{2})[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)? ?(?:(Z)|([+-])([01]\d|2[0-3])(?::?([0-5]\d))?)?$/;
const notInstant = { code: 'cell.notInstant' };

/**
 * Points in time, stored in UTC with milliseconds; finer fractions are cut off, because nothing stored is finer.
 * Without an offset the time is the company's zone's; a time its clocks leave out is none.
 */
export function instantReader(timeZone: string): CellReader {
  const instantOf = localTime(timeZone);
  return (text) => {
    const match = written.exec(text);
    if (match === null) return notInstant;
    const [
      ,
      year,
      month,
      day,
      hours,
      minutes,
      seconds = '00',
      fraction = '',
      utc,
      sign,
      offsetHours,
      offsetMinutes = '0',
    ] = match;
    if (!isRealDay(Number(year), Number(month), Number(day))) return notInstant;
    const millis = fraction.slice(0, 3).padEnd(3, '0');
    const local = Date.parse(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}.${millis}Z`);
    if (utc === undefined && sign === undefined) {
      const instant = instantOf(local);
      return instant === undefined
        ? { ...notInstant, params: { reason: 'skippedByClocks', timeZone } }
        : stored(instant);
    }
    const offset = utc === undefined ? Number(offsetHours) * 60 + Number(offsetMinutes) : 0;
    return stored(local - (sign === '-' ? -offset : offset) * 60_000);
  };
}

/** A time near the ends of the calendar can leave it with its offset. */
function stored(instant: number) {
  const text = new Date(instant).toISOString();
  return /^\d{4}-/.test(text) && !text.startsWith('0000') ? text : notInstant;
}
