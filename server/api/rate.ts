/** How often something may be done by one. */
export interface Rate {
  /** Counts one more time. @returns seconds to wait where it was once too often; undefined where it may be done. */
  take(key: string): number | undefined;
  /** Seconds to wait where it would be once too often; nothing is counted. */
  wait(key: string): number | undefined;
}

interface Window {
  count: number;
  readonly ends: number;
}

/** From so many on, those that ended are cleared away; from ten times as many on, new ones count as one. */
const crowd = 10_000;

/** So many times in so many milliseconds, which begin with the first time. */
export function rateOf(limit: number, milliseconds: number, clock: () => Date): Rate {
  const windows = new Map<string, Window>();

  let clearedAt = Number.NEGATIVE_INFINITY;

  function windowOf(wanted: string, now: number): Window {
    if (windows.size >= crowd && now - clearedAt > milliseconds / 10) {
      clearedAt = now;
      for (const [other, { ends }] of windows) if (ends <= now) windows.delete(other);
    }
    const key = windows.size < 10 * crowd || windows.has(wanted) ? wanted : '';
    const known = windows.get(key);
    if (known !== undefined && known.ends > now) return known;
    const fresh = { count: 0, ends: now + milliseconds };
    windows.set(key, fresh);
    return fresh;
  }

  const secondsTo = (ends: number, now: number) => Math.max(1, Math.ceil((ends - now) / 1000));
  return {
    take(key) {
      const now = clock().getTime();
      const window = windowOf(key, now);
      window.count += 1;
      return window.count > limit ? secondsTo(window.ends, now) : undefined;
    },
    wait(key) {
      const now = clock().getTime();
      const window = windows.get(key);
      if (window === undefined || window.ends <= now) return undefined;
      return window.count >= limit ? secondsTo(window.ends, now) : undefined;
    },
  };
}
