import type { Rational } from './fractions.ts';

/** How many figures published so far lay exactly half-way between two neighbours. */
export const rounding = { ties: 0 };

/** Half-up, away from zero: the magnitude plus a half, cut off. */
export function publish(a: Rational | null, places: number): string | null {
  if (a === null) return null;
  const twice = 2n * (a.n < 0n ? -a.n : a.n) * 10n ** BigInt(places);
  const units = (twice + a.d) / (2n * a.d);
  if (twice % (2n * a.d) === a.d) rounding.ties += 1;
  const digits = String(units).padStart(places + 1, '0');
  const point = digits.length - places;
  const text = places === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
  return a.n < 0n && units > 0n ? `-${text}` : text;
}

/** Exact, where it has at most 30 places. */
export const shortest = (a: Rational | null) => publish(a, 30)?.replace(/\.?0+$/, '') ?? null;
