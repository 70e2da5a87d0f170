import { figureText, shortestText } from './units-text.ts';

/** Decimals up to here are counted exactly in a float64 together with their units. */
const mostPlaces = 15;

/**
 * n ÷ d exactly, as `formatExact` writes it: in its shortest decimal form where that has an end, else in lowest terms.
 * @returns undefined where float64s cannot tell it.
 */
export function fractionText(n: number, d: number): string | null | undefined {
  if (!Number.isSafeInteger(n) || !Number.isSafeInteger(d)) return undefined;
  const common = commonDivisor(Math.abs(n), d);
  const [numerator, denominator] = [n / common, d / common];
  const places = placesOf(denominator);
  if (places === undefined) return `${numerator}/${denominator}`;
  const units = numerator * (10 ** places / denominator);
  if (places > mostPlaces || !Number.isSafeInteger(units)) return undefined;
  return places === 0 ? figureText(units, 0, 0) : shortestText(units, places);
}

function commonDivisor(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

/** Fewest decimal places in which 1/d can be written; undefined where it has no end. */
function placesOf(d: number): number | undefined {
  let rest = d;
  let twos = 0;
  let fives = 0;
  for (; rest % 2 === 0; rest /= 2) twos += 1;
  for (; rest % 5 === 0; rest /= 5) fives += 1;
  return rest === 1 ? Math.max(twos, fives) : undefined;
}
