import { formatExact, parseDecimal } from '../../../engine/number/decimal.ts';
import { powerOfTen, type Rational } from '../../../engine/number/rational.ts';
import type { DecimalInput } from '../../../schemas/index.ts';
import { decimalInput } from '../document/decimal-input.ts';

/**
 * Shares what is missing of 100 (or is too much) equally among the weights that are above zero, or among all where none is.
 * No weight falls below zero. The sum is exactly 100 afterwards; shares have two places, or as many as the finest weight.
 * @param locked places of weights that stay as they are.
 * @returns undefined where the locked ones leave no room: they are all there is, or more than 100.
 */
export function spreadAmong(
  weights: readonly DecimalInput[],
  locked: ReadonlySet<number>,
): DecimalInput[] | undefined {
  const free = weights.flatMap((weight, at) => (locked.has(at) ? [] : [{ weight, at }]));
  const places = Math.max(2, ...weights.map(placesOf));
  const held = sum(weights.flatMap((weight, at) => (locked.has(at) ? [unitsOf(weight, places)] : [])));
  const room = 100n * powerOfTen(places) - held;
  if (free.length === 0 || room < 0n) return undefined;
  const spread = spreadUnits(
    free.map(({ weight }) => unitsOf(weight, places)),
    room,
  );
  const shares = new Map(free.map(({ at }, index) => [at, inputOf(spread[index]!, places)]));
  return weights.map((weight, at) => shares.get(at) ?? weight);
}

/** The same with none locked. */
export function spreadRest(weights: readonly DecimalInput[]): DecimalInput[] {
  const places = Math.max(2, ...weights.map(placesOf));
  const units = weights.map((weight) => unitsOf(weight, places));
  return spreadUnits(units, 100n * powerOfTen(places)).map((unit) => inputOf(unit, places));
}

function spreadUnits(given: readonly bigint[], whole: bigint): bigint[] {
  const units = [...given];
  let rest = whole - sum(units);
  while (rest !== 0n) {
    const takers = takersOf(units, rest);
    const each = rest / BigInt(takers.length);
    let left = rest - each * BigInt(takers.length);
    rest = 0n;
    for (const index of takers) {
      const step = left === 0n ? 0n : left > 0n ? 1n : -1n;
      left -= step;
      const next = units[index]! + each + step;
      units[index] = next < 0n ? 0n : next;
      if (next < 0n) rest += next;
    }
  }
  return units;
}

/**
 * Weights in the same proportions that make exactly 100 at two places: rounded down, and what is left goes to the largest
 * remainders, among equals to the first. Equal shares where all are zero.
 */
export function normalised(weights: readonly DecimalInput[]): DecimalInput[] {
  const places = Math.max(2, ...weights.map(placesOf));
  const parts = weights.map((weight) => unitsOf(weight, places));
  const whole = sum(parts);
  const shares = whole === 0n ? parts.map(() => 1n) : parts;
  const total = whole === 0n ? BigInt(parts.length) : whole;
  const units = shares.map((share) => (share * 10_000n) / total);
  const byRemainder = shares
    .map((share, index) => ({ index, remainder: (share * 10_000n) % total }))
    .toSorted((a, b) => (a.remainder < b.remainder ? 1 : a.remainder > b.remainder ? -1 : a.index - b.index));
  const left = Number(10_000n - sum(units));
  for (const { index } of byRemainder.slice(0, left)) units[index] = units[index]! + 1n;
  return units.map((unit) => inputOf(unit, 2));
}

/** Below zero counts as zero, and so does what is no decimal. */
function unitsOf(weight: DecimalInput, places: number): bigint {
  const { n, d }: Rational = parseDecimal(weight) ?? { n: 0n, d: 1n };
  return n < 0n ? 0n : (n * powerOfTen(places)) / d;
}

function takersOf(units: readonly bigint[], rest: bigint): number[] {
  const above = units.flatMap((unit, index) => (unit > 0n ? [index] : []));
  return above.length > 0 || rest < 0n ? above : units.map((_unit, index) => index);
}

function sum(units: readonly bigint[]): bigint {
  return units.reduce((total, unit) => total + unit, 0n);
}

function placesOf(weight: DecimalInput): number {
  const exact = parseDecimal(weight);
  return exact === undefined ? 0 : (formatExact(exact).split('.')[1]?.length ?? 0);
}

function inputOf(units: bigint, places: number): DecimalInput {
  return decimalInput(formatExact({ n: units, d: powerOfTen(places) }));
}
