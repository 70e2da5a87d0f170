import {
  add,
  divide,
  hundred,
  less,
  max,
  min,
  negate,
  rational,
  times,
  zero,
  type Rational,
} from './fractions.ts';

/** A number, a truth, or null: missing, unknown. */
type Value = Rational | boolean | null;

const wide = '（），＋－×÷＞＜＝％';
const narrow = '(),+-*/><=%';
const one = rational(1);

/** The value of a formula as the model format describes it, read and computed in one go. */
export function calculate(formula: string, lookUp: (name: string) => Rational | null): Rational | null {
  const text = formula
    .replaceAll('≥', '>=')
    .replaceAll('≤', '<=')
    .replaceAll('≠', '<>')
    .replace(/./gu, (sign) => (wide.includes(sign) ? narrow.charAt(wide.indexOf(sign)) : sign));
  const tokens = text.match(/\p{L}[\p{L}\p{N}_]*(\.\p{L}[\p{L}\p{N}_]*)?|\d+(\.\d+)?|<=|>=|<>|\S/gu) ?? [];
  let at = 0;
  const take = (...signs: string[]) => (signs.includes(tokens[at] ?? '') ? tokens[at++] : undefined);
  const number = (a: Value): Rational | null => (typeof a === 'boolean' ? null : a);
  const both = (a: Value, b: Value, op: (a: Rational, b: Rational) => Value): Value => {
    const [left, right] = [number(a), number(b)];
    return left === null || right === null ? null : op(left, right);
  };

  const comparison = (): Value => {
    const left = sum();
    const sign = take('<', '>', '<=', '>=', '=', '<>');
    if (sign === undefined) return left;
    return both(left, sum(), (a, b) => {
      const order = less(a, b) ? '<' : less(b, a) ? '>' : '=';
      return sign === '<>' ? order !== '=' : sign.includes(order);
    });
  };
  const sum = (): Value => {
    let a = product();
    for (let op = take('+', '-'); op; op = take('+', '-'))
      a = both(a, product(), (x, y) => add(x, op === '+' ? y : negate(y)));
    return a;
  };
  const product = (): Value => {
    let a = power();
    for (let op = take('*', '/'); op; op = take('*', '/'))
      a = both(a, power(), (x, y) => (op === '*' ? times(x, y) : divide(x, y)));
    return a;
  };
  const power = (): Value => {
    const base = unary();
    if (!take('^')) return base;
    const sign = take('-');
    const exponent = Number(tokens[at++]);
    let result: Value = number(base) === null ? null : one;
    for (let i = 0; i < exponent; i += 1) result = both(result, base, times);
    return sign ? both(one, result, divide) : result;
  };
  const unary = (): Value => (take('-') ? both(zero, unary(), (_, x) => negate(x)) : primary());
  const primary = (): Value => {
    if (take('(')) {
      const inside = comparison();
      if (!take(')')) throw new Error(`no ) at token ${at} of ${formula}`);
      return inside;
    }
    const token = tokens[at++] ?? '';
    if (/^\d/.test(token)) return take('%') ? divide(rational(token), hundred) : rational(token);
    if (!take('(')) return lookUp(token);
    const args = [comparison()];
    while (take(',')) args.push(comparison());
    if (!take(')')) throw new Error(`no ) at token ${at} of ${formula}`);
    return called(token, args);
  };
  const result = comparison();
  if (at !== tokens.length) throw new Error(`no end at token ${at} of ${formula}`);
  return number(result);
}

function called(name: string, args: Value[]): Value {
  const [a = null, b = null, c = null] = args;
  const numbers = args.filter((arg) => arg !== null && typeof arg !== 'boolean');
  const fold = (op: (a: Rational, b: Rational) => Rational) =>
    numbers.length < args.length ? null : numbers.slice(1).reduce(op, numbers[0]!);
  const known = typeof a === 'boolean' ? null : a;
  switch (name) {
    case 'min':
      return fold(min);
    case 'max':
      return fold(max);
    case 'sum':
      return fold(add);
    case 'mean': {
      const total = fold(add);
      return total && divide(total, rational(args.length));
    }
    case 'count':
      return rational(numbers.length);
    case 'abs':
      return known && (less(known, zero) ? negate(known) : known);
    case 'round':
      return known && rounded(known, typeof b === 'object' && b !== null ? Number(b.n) : 0);
    case 'floor':
      return known && floor(known);
    case 'ceil':
      return known && negate(floor(negate(known)));
    case 'clamp':
      return typeof b === 'object' && typeof c === 'object' && known && b && c ? min(max(known, b), c) : null;
    case 'if':
      return a === null ? null : a === true ? b : c;
    case 'and':
      return args.includes(false) ? false : args.includes(null) ? null : true;
    case 'or':
      return args.includes(true) ? true : args.includes(null) ? null : false;
    case 'not':
      return a === null ? null : a !== true;
    case 'isMissing':
      return a === null;
    case 'ifMissing':
      return a ?? b;
    default:
      throw new Error(`no function ${name}`);
  }
}

function floor({ n, d }: Rational): Rational {
  const quotient = n / d;
  return rational(String(n < 0n && quotient * d !== n ? quotient - 1n : quotient));
}

/** Half-up, away from zero. */
function rounded(a: Rational, places: number): Rational {
  const scale = 10n ** BigInt(places);
  const size = less(a, zero) ? negate(a) : a;
  const units = floor({ n: 2n * size.n * scale + size.d, d: 2n * size.d });
  const result = { n: units.n, d: scale };
  return less(a, zero) ? negate(result) : result;
}
