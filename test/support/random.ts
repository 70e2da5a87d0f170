/** A seeded source of randomness for tests: the same seed, the same run, on every machine. */
export type Random = () => number;

/** mulberry32. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function pick<T>(random: Random, items: readonly T[]): T {
  return items[Math.floor(random() * items.length)]!;
}

export function whole(random: Random, from: number, to: number): number {
  return from + Math.floor(random() * (to - from + 1));
}

/** The seed of a campaign: MERITSCALE_SEED, or the one that the ordinary run has always used. */
export function campaignSeed(ordinary: number): number {
  const asked = process.env['MERITSCALE_SEED'];
  return asked === undefined ? ordinary : Number(asked);
}

/**
 * How many cases a campaign has: with MERITSCALE_LONG=1 as many as its long one, with MERITSCALE_CAMPAIGN=short a
 * fortieth of the ordinary one, which is enough where the same tests are run again and again.
 */
export function campaignSize(ordinary: number, long: number): number {
  if (process.env['MERITSCALE_LONG'] === '1') return long;
  return process.env['MERITSCALE_CAMPAIGN'] === 'short' ? Math.ceil(ordinary / 40) : ordinary;
}
