import type { Movable } from './prober.ts';

/** From zero a figure goes to so much; any other is at most doubled, or taken to zero. */
const fromZero = 1_000;

/** How many units a figure is moved at most. */
export function reachOf({ units, places }: Movable): number {
  return units === 0 ? fromZero * 10 ** places : Math.abs(units);
}

/**
 * The least number of units, from 1 to `most`, of which `holds` is true: found by doubling, then by halving. Where it is
 * not true of all above it too, a nearer one may be overlooked; that one less does not do is certain.
 * @returns undefined where no step of the doubling, nor `most`, does.
 */
export function nearest(most: number, holds: (units: number) => boolean): number | undefined {
  let below = 0;
  let at = Math.min(1, most);
  while (at > below) {
    if (holds(at)) return between(below, at, holds);
    below = at;
    at = Math.min(at * 2, most);
  }
  return undefined;
}

/** The least that holds, where `below` does not and `at` does. */
function between(below: number, at: number, holds: (units: number) => boolean): number {
  let [low, high] = [below, at];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}
