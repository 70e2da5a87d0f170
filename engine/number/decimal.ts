import { powerOfTen, round, type Rational } from './rational.ts';

const decimalPattern = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d{1,3}))?$/;

/**
 * Reads a decimal as it is written. A JSON number is read as its shortest decimal form, which is what stood in the
 * document as long as it had no more than 15 significant digits.
 * @returns undefined where the text is no decimal.
 */
export function parseDecimal(input: string | number): Rational | undefined {
  const match = decimalPattern.exec(String(input));
  if (match === null) return undefined;
  const [, sign, whole, fraction = '', exponent = '0'] = match;
  const digits = BigInt(whole! + fraction);
  const places = fraction.length - Number(exponent);
  const n = places < 0 ? digits * powerOfTen(-places) : digits;
  return { n: sign === '-' ? -n : n, d: powerOfTen(Math.max(places, 0)) };
}

/** How many significant digits the shortest decimal form of a JSON number has. */
export function significantDigits(value: number): number {
  return String(value).replace(/e.*$/, '').replace(/[-.]/g, '').replace(/^0+/, '').replace(/0+$/, '').length;
}

/** Rounded half-up to so many places and written with all of them: "76.65", "0.00", never "-0.00". */
export function formatFixed(value: Rational, places: number): string {
  const { n } = round(value, places);
  const digits = (n < 0n ? -n : n).toString().padStart(places + 1, '0');
  const cut = digits.length - places;
  const text = places === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
  return n < 0n ? `-${text}` : text;
}

/** The exact value: in its shortest decimal form where it has an end ("14.25"), else as a fraction in lowest terms ("11/12"). */
export function formatExact(value: Rational): string {
  const divisor = greatestCommonDivisor(value.n < 0n ? -value.n : value.n, value.d);
  const n = value.n / divisor;
  const d = value.d / divisor;
  const places = placesOf(d);
  return places === undefined ? `${n}/${d}` : formatFixed({ n, d }, places);
}

/** Fewest decimal places in which 1/d can be written, undefined where it has no end. */
function placesOf(d: bigint): number | undefined {
  let rest = d;
  let twos = 0;
  let fives = 0;
  for (; rest % 2n === 0n; rest /= 2n) twos += 1;
  for (; rest % 5n === 0n; rest /= 5n) fives += 1;
  return rest === 1n ? Math.max(twos, fives) : undefined;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
