import type { Comparison, Condition, Model } from '../../schemas/index.ts';
import { formatExact, parseDecimal } from '../number/decimal.ts';
import { add, compare, powerOfTen, subtract, type Rational } from '../number/rational.ts';
import { rangeOf, type FactRange, type FigureRange } from './facts.ts';
import { comparisonsIn, factKey, type Case, type Cell } from './holds.ts';

/** Beyond so many cases nothing is told. */
export const mostCases = 20_000;

/**
 * All cases that conditions can tell apart, one of each kind: of a figure every threshold and a figure between any two
 * of them that it can have at its places, of a text every one that is named and another one. What holds in all of them
 * holds always.
 * @param more thresholds beside those of the conditions, by fact.
 * @returns undefined where there are too many.
 */
export function casesOf(
  nodes: readonly Condition[],
  model: Model,
  more: ReadonlyMap<string, readonly Rational[]> = new Map(),
): Case[] | undefined {
  const comparisons = new Map<string, Comparison[]>();
  for (const comparison of nodes.flatMap((node) => comparisonsIn(node, model))) {
    // What is missing is another matter: every case has all its facts.
    if (comparison.operator === 'isMissing') continue;
    const key = factKey(comparison);
    comparisons.set(key, [...(comparisons.get(key) ?? []), comparison]);
  }
  const keys = [...new Set([...comparisons.keys(), ...more.keys()])];
  const cells = keys.map((key) => {
    const asked = comparisons.get(key) ?? [];
    const [fact = '', path] = key.split('.');
    return cellsOf(rangeOf(model, fact, path), asked, more.get(key) ?? []);
  });
  const count = cells.reduce((product, list) => product * list.length, 1);
  if (count > mostCases) return undefined;
  let cases: Map<string, Cell>[] = [new Map()];
  for (const [index, key] of keys.entries()) {
    cases = cases.flatMap((one) => cells[index]!.map((cell) => new Map([...one, [key, cell]])));
  }
  return cases;
}

function cellsOf(range: FactRange, asked: readonly Comparison[], more: readonly Rational[]): Cell[] {
  const values = asked.flatMap(({ value }) => (Array.isArray(value) ? value : [value]));
  if (range.kind === 'text') {
    if (range.values !== undefined) return [...range.values];
    const texts = values.filter((value): value is string => typeof value === 'string');
    return [...new Set([...texts, '\u0000'])];
  }
  const thresholds = values.flatMap((value) => (typeof value === 'number' ? [parseDecimal(value)!] : []));
  return figuresOf(range, [...thresholds, ...more]);
}

/** Every threshold that the figure can be, and one figure between any two neighbours, below all and above all. */
export function figuresOf({ least, most, places }: FigureRange, thresholds: readonly Rational[]): Rational[] {
  const unit: Rational = { n: 1n, d: powerOfTen(places) };
  const isWithin = (figure: Rational) =>
    (least === undefined || compare(figure, least) >= 0) &&
    (most === undefined || compare(figure, most) <= 0);
  const ends = [least, most].flatMap((end) => end ?? []);
  const marks = [...thresholds, ...ends].toSorted(compare);
  const found: Rational[] = [];
  const take = (figure: Rational) => {
    if (isWithin(figure) && !found.some((other) => compare(other, figure) === 0)) found.push(figure);
  };
  if (marks.length === 0) take({ n: 0n, d: 1n });
  for (const mark of marks) {
    const below = floorTo(mark, places);
    const isOnGrid = compare(below, mark) === 0;
    // Next to each mark: nothing that conditions tell apart lies between.
    take(isOnGrid ? subtract(mark, unit) : below);
    if (isOnGrid) take(mark);
    take(isOnGrid ? add(mark, unit) : add(below, unit));
  }
  return found.toSorted(compare);
}

/** The greatest figure at these places that is not above. */
function floorTo({ n, d }: Rational, places: number): Rational {
  const scale = powerOfTen(places);
  const units = (n * scale) / d;
  const isBelow = n < 0n && (n * scale) % d !== 0n;
  return { n: isBelow ? units - 1n : units, d: scale };
}

/** A case as an example: "nps.score = 89.9999, grade = good". */
export function caseText(one: Case): string {
  return [...one]
    .map(
      ([key, cell]) =>
        `${key} = ${typeof cell === 'string' ? (cell === '\u0000' ? '…' : cell) : formatExact(cell)}`,
    )
    .join(', ');
}
