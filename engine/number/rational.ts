/**
 * Exact numbers: fractions of BigInts. The denominator is above zero; fractions are not kept in lowest terms,
 * because most of them are decimals that are rounded a step later.
 */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

export const zero: Rational = { n: 0n, d: 1n };

/** A whole number as a fraction. */
export function integer(value: number | bigint): Rational {
  return { n: BigInt(value), d: 1n };
}

export function add(a: Rational, b: Rational): Rational {
  if (a.d === b.d) return { n: a.n + b.n, d: a.d };
  // Among decimals one denominator divides the other; so the sum of a million of them stays small.
  if (a.d % b.d === 0n) return { n: a.n + b.n * (a.d / b.d), d: a.d };
  if (b.d % a.d === 0n) return { n: a.n * (b.d / a.d) + b.n, d: b.d };
  return { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, { n: -b.n, d: b.d });
}

export function multiply(a: Rational, b: Rational): Rational {
  return { n: a.n * b.n, d: a.d * b.d };
}

/** a ÷ b, or null where b is zero. */
export function divide(a: Rational, b: Rational): Rational | null {
  if (b.n === 0n) return null;
  return b.n > 0n ? { n: a.n * b.d, d: a.d * b.n } : { n: -a.n * b.d, d: a.d * -b.n };
}

/** Negative where a < b, zero where they are equal, else positive. */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const left = a.d === b.d ? a.n : a.n * b.d;
  const right = a.d === b.d ? b.n : b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

const powersOfTen = Array.from({ length: 31 }, (_, places) => 10n ** BigInt(places));

/** 10 to a whole power of zero or more. */
export function powerOfTen(places: number): bigint {
  return powersOfTen[places] ?? 10n ** BigInt(places);
}

/** Rounded half-up, away from zero, to so many decimal places (四舍五入): 2.5 → 3, −2.5 → −3. */
export function round(a: Rational, places: number): Rational {
  const scale = powerOfTen(places);
  if (a.d === scale) return a;
  const magnitude = (a.n < 0n ? -a.n : a.n) * scale;
  const units = (2n * magnitude + a.d) / (2n * a.d);
  return { n: a.n < 0n ? -units : units, d: scale };
}
