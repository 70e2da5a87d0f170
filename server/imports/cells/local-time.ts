import { Temporal } from 'temporal-polyfill';

const hour = 3_600_000;
const mostHours = 10_000;

/**
 * Turns local times of a zone into instants. Both are milliseconds since 1970, the local time as if it were UTC.
 * Of a time that comes twice, when clocks are put back, the earlier is meant; one that is left out gives undefined.
 */
export function localTime(timeZone: string): (local: number) => number | undefined {
  // Files hold many times of the same hours, and asking the zone is slow.
  const offsets = new Map<number, number | undefined>();
  return (local) => {
    const start = Math.floor(local / hour) * hour;
    if (!offsets.has(start)) {
      if (offsets.size >= mostHours) offsets.clear();
      offsets.set(start, steadyOffset(start, timeZone));
    }
    const offset = offsets.get(start);
    if (offset !== undefined) return local - offset;
    const { earlier, exists } = resolve(local, timeZone);
    return exists ? earlier : undefined;
  };
}

/** The zone's offset from UTC in an hour of local time, undefined where clocks are changed in it. */
function steadyOffset(start: number, timeZone: string): number | undefined {
  const offsets = [start, start + hour - 1].map((local) => {
    const { earlier, later, exists } = resolve(local, timeZone);
    return exists && earlier === later ? local - earlier : undefined;
  });
  return offsets[0] === offsets[1] ? offsets[0] : undefined;
}

function resolve(local: number, timeZone: string): { earlier: number; later: number; exists: boolean } {
  const wall = Temporal.Instant.fromEpochMilliseconds(local).toZonedDateTimeISO('UTC').toPlainDateTime();
  const earlier = wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  const later = wall.toZonedDateTime(timeZone, { disambiguation: 'later' });
  return {
    earlier: earlier.epochMilliseconds,
    later: later.epochMilliseconds,
    exists: earlier.toPlainDateTime().equals(wall),
  };
}
