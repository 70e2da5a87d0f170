import { textOf, type Changes, type Movable, type Prober } from './prober.ts';

/** One figure that would have to be another. */
export interface FigureChange {
  readonly measure: string;
  readonly from: string;
  readonly to: string;
  /** By how much of itself it changes, in per cent; null from zero, of which nothing is a share. */
  readonly percent: number | null;
}

/** A change of figures that gives a better grade: evaluated again, it does. */
export interface PathStep {
  readonly changes: readonly FigureChange[];
  /** What it costs: the shares together. */
  readonly percent: number | null;
  readonly grade: string | null;
  readonly composite: string | null;
}

/** A change with what the reference makes of it. */
export function pathStep(prober: Prober, changes: Changes): PathStep {
  const { grade, composite } = prober.confirm(changes);
  const figures = [...changes].map(([movable, units]): FigureChange => ({
    measure: movable.measure,
    from: textOf(movable, movable.units),
    to: textOf(movable, units),
    percent: percentOf(movable, units),
  }));
  const percent = figures.reduce<number | null>(
    (sum, figure) => (sum === null || figure.percent === null ? null : rounded(sum + figure.percent)),
    0,
  );
  return { changes: figures, percent, grade, composite };
}

/** The cheapest first; those without a price last. */
export function byCost(steps: readonly PathStep[]): PathStep[] {
  const price = ({ percent }: PathStep) => percent ?? Number.MAX_VALUE;
  return steps.toSorted((a, b) => price(a) - price(b));
}

function percentOf(movable: Movable, units: number): number | null {
  return movable.units === 0 ? null : rounded(Math.abs(((units - movable.units) / movable.units) * 100));
}

/** Shares are for comparing: two decimals of a per cent will do. */
function rounded(percent: number): number {
  return Math.round(percent * 100) / 100;
}
