import { pick, whole } from '../support/random.ts';
import type { Random } from '../support/random.ts';

const favourites = [
  '0',
  '1',
  '10',
  '33',
  '50',
  '60',
  '70',
  '75',
  '80',
  '85',
  '90',
  '95',
  '100',
  '110',
  '120',
];

/** True with the given probability. */
export function chance(random: Random, probability: number): boolean {
  return random() < probability;
}

/** The decimal `units` ÷ 10^`places`, with all of its places written: decimalText(50n, 1) is "5.0". */
export function decimalText(units: bigint, places: number): string {
  const digits = String(units < 0n ? -units : units).padStart(places + 1, '0');
  const point = digits.length - places;
  const text = places === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
  return units < 0n ? `-${text}` : text;
}

/** A decimal text in units of 10^-`places`; further digits are cut off. */
export function unitsOf(text: string, places: number): bigint {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const units = BigInt(whole + fraction.padEnd(places, '0').slice(0, places));
  return text.startsWith('-') ? -units : units;
}

/** A figure as people have them: round ones, ties at half a unit, small, large (12 digits and 4 decimals), negative. */
export function randomDecimal(random: Random): string {
  const kind = random();
  if (kind < 0.35) return pick(random, favourites);
  if (kind < 0.5) return decimalText(BigInt(whole(random, 0, 1500)), 1);
  if (kind < 0.6) return decimalText(BigInt(whole(random, 0, 1_500_000)), 4);
  if (kind < 0.8) return randomTie(random);
  if (kind < 0.84) return decimalText(BigInt(whole(random, 0, 20)), 4);
  if (kind < 0.9) return randomLarge(random);
  return decimalText(-unitsOf(randomDecimal(random), 4), 4);
}

/** Half-way between two neighbours at 0 to 3 places. */
function randomTie(random: Random): string {
  const places = whole(random, 0, 3);
  return decimalText(BigInt(whole(random, 0, 120 * 10 ** places)) * 10n + 5n, places + 1);
}

function randomLarge(random: Random): string {
  const digits = whole(random, 7, 12);
  const before = chance(random, 0.2) ? 10 ** digits - 1 : Math.floor(random() * 10 ** digits);
  const places = whole(random, 0, 4);
  return decimalText(
    BigInt(before) * 10n ** BigInt(places) + BigInt(whole(random, 0, 10 ** places - 1)),
    places,
  );
}

/** A neighbour of an edge: one unit of a place away, or half of one. */
export function nearby(random: Random, edge: string): string {
  const step = pick(random, [1n, 5n, 50n, 500n, 5000n]);
  const units = unitsOf(edge, 4);
  const [more, less] = [units + step, units - step];
  const upwards = units < 0n || (more < 10n ** 16n && chance(random, 0.5));
  return decimalText(upwards ? more : less, 4);
}

/** The same number written as another person would: with zeros at its end, or zero with a sign. */
export function respelled(random: Random, text: string): string {
  if (text === '0') return pick(random, ['-0', '0.0', '0.0000', '-0.00']);
  const zeros = '0'.repeat(whole(random, 1, 3));
  return text.includes('.') ? text + zeros : `${text}.${zeros}`;
}

/** The JSON number of a decimal; undefined where it has more than 15 significant digits. */
export function jsonNumber(text: string): number | undefined {
  return text.replace(/[-.]/g, '').replace(/^0+/, '').length > 15 ? undefined : Number(text);
}

/** A decimal as documents may write it: a JSON number, or a string. */
export function written(random: Random, text: string): string | number {
  const spelled = chance(random, 0.15) ? respelled(random, text) : text;
  return chance(random, 0.5) ? (jsonNumber(text) ?? spelled) : spelled;
}

/** `count` different decimals, rising. */
export function rising(random: Random, count: number, draw: () => string): string[] {
  const drawn = new Map<bigint, string>();
  while (drawn.size < count) {
    const text = chance(random, 0.9) ? draw() : nearby(random, draw());
    drawn.set(unitsOf(text, 10), text);
  }
  return [...drawn].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
}

/** `count` decimals in rising order, some of them equal. */
export function rankedScores(random: Random, count: number): string[] {
  const drawn = Array.from({ length: count }, () => randomDecimal(random));
  return drawn.toSorted((a, b) => (unitsOf(a, 10) < unitsOf(b, 10) ? -1 : 1));
}
