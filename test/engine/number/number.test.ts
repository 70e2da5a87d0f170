import { describe, expect, it } from 'vitest';
import { formatExact, formatFixed, parseDecimal, significantDigits } from '../../../engine/number/decimal.ts';
import {
  add,
  compare,
  divide,
  integer,
  multiply,
  powerOfTen,
  round,
  subtract,
} from '../../../engine/number/rational.ts';

const of = (text: string) => {
  const [n, d = '1'] = text.split('/');
  return divide(parseDecimal(n!)!, parseDecimal(d)!)!;
};

describe('a decimal', () => {
  it.each([
    ['0', '0'],
    ['-0', '0'],
    ['12', '12'],
    ['012.50', '12.5'],
    ['-0.05', '-0.05'],
    ['1234567890123456789.0000000001', '1234567890123456789.0000000001'],
    [1e21, '1000000000000000000000'],
    [1.5e-7, '0.00000015'],
    [-2.5e22, '-25000000000000000000000'],
    ['1.25e+1', '12.5'],
    ['1e-10', '0.0000000001'],
  ])('%s is read as it is written, and shown as %s', (input, shown) => {
    expect(formatExact(parseDecimal(input)!)).toBe(shown);
  });

  it.each([
    '',
    'x',
    '1x',
    'x1',
    '1.',
    '.5',
    '+1',
    '--1',
    '1,5',
    '1e5',
    '1e+',
    '1e+1234',
    '1.2.3',
    ' 1',
    '1 ',
  ])('is not %j', (text) => {
    expect(parseDecimal(text)).toBeUndefined();
  });

  it.each([
    [0, 0],
    [7, 1],
    [1000, 1],
    [1002, 4],
    [-12.5, 3],
    [0.001, 1],
    [0.0105, 3],
    [10.01, 4],
    [1e21, 1],
    [1.25e-10, 3],
    [123456789012345, 15],
    [0.1 + 0.2, 17],
  ])('%d has %i significant digits', (value, digits) => {
    expect(significantDigits(value)).toBe(digits);
  });
});

describe('a figure', () => {
  it.each([
    ['2.5', 0, '3'],
    ['-2.5', 0, '-3'],
    ['2.4999', 0, '2'],
    ['0.005', 2, '0.01'],
    ['-0.005', 2, '-0.01'],
    ['-0.0049', 2, '0.00'],
    ['2/3', 4, '0.6667'],
    ['-1/3', 1, '-0.3'],
    ['7', 3, '7.000'],
    ['99.995', 2, '100.00'],
    ['1/7', 40, '0.1428571428571428571428571428571428571429'],
  ])('of %s at %i places is %s: half-up, away from zero, with all its places', (value, places, published) => {
    expect(formatFixed(of(value), places)).toBe(published);
    expect(formatExact(round(of(value), places))).toBe(formatExact(of(published)));
  });

  it.each([
    ['0.5/4', '0.125'],
    ['1/3', '1/3'],
    ['-4/6', '-2/3'],
    ['4/-6', '-2/3'],
    ['11/8', '1.375'],
    ['3/25', '0.12'],
    ['7/40', '0.175'],
    ['100/10', '10'],
    ['0/7', '0'],
    ['1/1024', '0.0009765625'],
  ])('of %s is shown exactly as %s', (value, shown) => {
    expect(formatExact(of(value))).toBe(shown);
  });
});

describe('arithmetic', () => {
  it.each([
    ['1/3', '1/6', '0.5', '1/6', '1/18', '2'],
    ['0.5', '0.25', '0.75', '0.25', '0.125', '2'],
    ['0.25', '0.5', '0.75', '-0.25', '0.125', '0.5'],
    ['2', '-3', '-1', '5', '-6', '-2/3'],
    ['-0.1', '-0.3', '-0.4', '0.2', '0.03', '1/3'],
    ['1.5', '1.5', '3', '0', '2.25', '1'],
    ['1/3', '-1/7', '4/21', '10/21', '-1/21', '-7/3'],
  ])('of %s and %s is exact: sum %s, difference %s, product %s, quotient %s', (a, b, ...outcomes) => {
    const made = [add, subtract, multiply, divide].map((operation) => operation(of(a), of(b))!);
    expect(made.map(formatExact)).toEqual(outcomes);
  });

  it('has no quotient by zero', () => {
    expect(divide(integer(1), integer(0))).toBeNull();
  });

  it.each([
    ['1/3', '0.3333', 1],
    ['0.3333', '1/3', -1],
    ['2/4', '0.5', 0],
    ['-1', '1', -1],
    ['1.5', '1.25', 1],
    ['0.50', '0.5', 0],
    ['7', '7', 0],
  ])('knows the order of %s and %s: %i', (a, b, order) => {
    expect(compare(of(a), of(b))).toBe(order);
  });

  it('keeps the sum of many decimals as short as the longest of them', () => {
    const parts = ['0.1', '0.01', '0.5', '3', '0.25', '0.001', '2'].map((text) => parseDecimal(text)!);
    expect(parts.reduce(add)).toEqual({ n: 5861n, d: 1000n });
    expect(parts.toReversed().reduce(add)).toEqual({ n: 5861n, d: 1000n });
  });

  it('rounds what has its places already to itself', () => {
    const price = parseDecimal('1.25')!;
    expect(round(price, 2)).toBe(price);
  });

  it('knows the powers of ten, large ones too', () => {
    expect([0, 1, 30, 31, 45].map((places) => String(powerOfTen(places)).length)).toEqual([1, 2, 31, 32, 46]);
  });
});
