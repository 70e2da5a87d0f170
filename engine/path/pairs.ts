import { nearest } from './nearest.ts';
import { byCost, pathStep, type PathStep } from './path-step.ts';
import type { Changes, Movable, Prober } from './prober.ts';

/** In how many steps the first of two figures takes up its budget. */
const parts = 20;

/** A figure and which way it helps. */
interface Lever {
  readonly movable: Movable;
  readonly sign: 1 | -1;
}

/** Of each two figures the cheapest change of both, as finely as those steps are, that gives a better grade. */
export function pairsWithin(prober: Prober, movables: readonly Movable[], budget: number): PathStep[] {
  const levers = movables.flatMap((movable) => leverOf(prober, movable, budget));
  return levers.flatMap((one, index) =>
    levers.slice(index + 1).flatMap((other) => pairOf(prober, one, other, budget)),
  );
}

/** Nothing where the composite is no better with the budget spent on it alone, either way. */
function leverOf(prober: Prober, movable: Movable, budget: number): Lever[] {
  const gain = (sign: 1 | -1) => {
    const { composite } = prober.probe(new Map([[movable, movable.units + sign * share(movable, budget)]]));
    return (composite ?? Number.NEGATIVE_INFINITY) - (prober.composite ?? 0);
  };
  const [up, down] = [gain(1), gain(-1)];
  return Math.max(up, down) > 0 ? [{ movable, sign: up >= down ? 1 : -1 }] : [];
}

function pairOf(prober: Prober, one: Lever, other: Lever, budget: number): PathStep[] {
  const changed = (first: number, second: number): Changes =>
    new Map([
      [one.movable, one.movable.units + one.sign * first],
      [other.movable, other.movable.units + other.sign * second],
    ]);
  const isBetter = (changes: Changes) => prober.probe(changes).rank < prober.rank;
  const most = share(other.movable, budget);
  const found = Array.from({ length: parts }, (_, part) => {
    const first = share(one.movable, (budget * (part + 1)) / parts);
    const second = first === 0 ? undefined : nearest(most, (units) => isBetter(changed(first, units)));
    return second === undefined ? [] : [changed(first, second)];
  }).flat();
  return byCost(found.map((changes) => pathStep(prober, changes))).slice(0, 1);
}

/** So many per cent of a figure, in units. */
function share({ units }: Movable, percent: number): number {
  return Math.floor((Math.abs(units) * percent) / 100);
}
