/** A source of draws; the same seed and name give the same draws on every machine. */
export interface Draw {
  /** In [0, 1). */
  next(): number;
  /** A whole number, both ends included. */
  whole(from: number, to: number): number;
  /** In [from, to). */
  between(from: number, to: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  pick<T>(items: readonly [T, ...T[]] | readonly T[]): T;
  /** Bell-shaped around 0, within ±1. */
  bell(): number;
  /** A count whose mean is this: its whole part, and one more with the probability of the rest. */
  count(mean: number): number;
}

/** mulberry32: numbers in [0, 1), made of integer operations only. */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * An independent stream of draws per name, so that one more draw for somebody changes nobody else's figures.
 * Only sums and products of the numbers are used: logarithms and sines may differ in the last bit between machines.
 */
export function drawOf(seed: number, name: string): Draw {
  const next = mulberry32(hashOf(seed, name));
  const between = (from: number, to: number) => from + next() * (to - from);
  const whole = (from: number, to: number) => Math.floor(between(from, to + 1));
  return {
    next,
    between,
    whole,
    chance: (probability) => next() < probability,
    pick: (items) => items[whole(0, items.length - 1)]!,
    bell: () => (next() + next() + next() + next()) / 2 - 1,
    count: (mean) => Math.floor(mean + next()),
  };
}

/** FNV-1a over the seed and the name's UTF-16 units. */
function hashOf(seed: number, name: string): number {
  let hash = 0x811c9dc5 ^ (seed >>> 0);
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
