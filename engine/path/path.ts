import type { Program } from '../model/compile.ts';
import type { Table } from '../table.ts';
import { nearest, reachOf } from './nearest.ts';
import { pairsWithin } from './pairs.ts';
import { byCost, pathStep, type PathStep } from './path-step.ts';
import { proberOf, type Movable, type Prober } from './prober.ts';

/** The ways to a better grade that one's own figures offer. */
export interface Path {
  /** By one figure alone: for each the nearest that does, the cheapest first. */
  readonly singles: readonly PathStep[];
  /** By two together, neither of which does alone within the budget; the cheapest first. */
  readonly pairs: readonly PathStep[];
}

/**
 * The ways of one subject to a better grade.
 * @param budget by how much of itself each of two figures may change, in per cent.
 * @returns undefined where there is no grade to better, or others' figures decide it too.
 */
export function pathOf(program: Program, table: Table, row: number, budget: number): Path | undefined {
  const prober = proberOf(program, table, row);
  if (prober === undefined || !Number.isFinite(prober.rank)) return undefined;
  const singles = prober.movables.flatMap((movable) => single(prober, movable));
  const enough = singles.flatMap(({ changes, percent }) =>
    percent !== null && percent <= budget ? changes.map(({ measure }) => measure) : [],
  );
  const others = prober.movables.filter(({ measure }) => !enough.includes(measure));
  return { singles: byCost(singles), pairs: byCost(pairsWithin(prober, others, budget)) };
}

/** The nearest other figure, up or down, that gives a better grade. */
function single(prober: Prober, movable: Movable): PathStep[] {
  const steps = [-1, 1].flatMap((sign) => {
    const change = (count: number) => new Map([[movable, movable.units + sign * count]]);
    const count = nearest(reachOf(movable), (units) => prober.probe(change(units)).rank < prober.rank);
    return count === undefined ? [] : [pathStep(prober, change(count))];
  });
  return byCost(steps).slice(0, 1);
}
