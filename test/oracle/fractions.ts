/** Exact fractions of the oracle, which shares no code with the engine's. */
export type Rational = { n: bigint; d: bigint }; // d > 0

/** The exact value of a decimal as written; 1e-7 is how JavaScript writes the JSON number 0.0000001. */
export function rational(decimal: string | number | boolean): Rational {
  const parts = /^(-?)(\d+)(?:\.(\d+))?(?:e([-+]\d+))?$/.exec(String(decimal));
  if (parts === null) throw new Error(`not a decimal: ${decimal}`);
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts;
  const [n, tens] = [BigInt(sign + whole + fraction), BigInt(exponent) - BigInt(fraction.length)];
  return tens < 0n ? { n, d: 10n ** -tens } : { n: n * 10n ** tens, d: 1n };
}

export const zero = rational(0);
export const hundred = rational(100);
export const negate = (a: Rational): Rational => ({ n: -a.n, d: a.d });
export const add = (a: Rational, b: Rational): Rational => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });
export const subtract = (a: Rational, b: Rational): Rational => add(a, negate(b));
export const times = (a: Rational, b: Rational): Rational => ({ n: a.n * b.n, d: a.d * b.d });
export const less = (a: Rational, b: Rational): boolean => a.n * b.d < b.n * a.d;
export const min = (a: Rational, b: Rational): Rational => (less(b, a) ? b : a);
export const max = (a: Rational, b: Rational): Rational => (less(a, b) ? b : a);
export const positive = ({ n, d }: Rational): Rational => (d < 0n ? { n: -n, d: -d } : { n, d });
export const divide = (a: Rational, b: Rational): Rational | null =>
  b.n === 0n ? null : positive({ n: a.n * b.d, d: a.d * b.n });
