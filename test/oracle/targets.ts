/** Targets by condition and in levels, as the model format describes them; shares no code with the engine. */
import { add, divide, hundred, less, rational, times, type Rational } from './fractions.ts';

type Decimal = string | number;
type Figure = { value?: Decimal; measure?: string };
type Level = Figure & { id: string; growth?: { baseline: string; percent: Decimal } };
export type ConditionTarget<C> = {
  kind: 'condition';
  cases: (Figure & { conditions: C })[];
  otherwise?: Figure;
};
export type LevelsTarget = { kind: 'levels'; levels: Level[] };
type Measure = (id: string) => Rational | null;

/** The figure of the first case that holds, else the other one. */
export function decidedTarget<C>(
  { cases, otherwise }: ConditionTarget<C>,
  measure: Measure,
  holds: (condition: C) => boolean | null,
): Rational | null {
  const figure = cases.find(({ conditions }) => holds(conditions) === true) ?? otherwise;
  return figure === undefined ? null : figureOf(figure, measure);
}

export function levelFigure({ growth, ...figure }: Level, measure: Measure): Rational | null {
  if (growth === undefined) return figureOf(figure, measure);
  const baseline = measure(growth.baseline);
  return baseline && divide(times(baseline, add(hundred, rational(growth.percent))), hundred);
}

/** How many levels are reached one after the other; null where one that would decide is not known. */
export function levelReached(
  { levels }: LevelsTarget,
  value: Rational | null,
  lower: boolean,
  measure: Measure,
): number | null {
  for (const [index, level] of levels.entries()) {
    const figure = levelFigure(level, measure);
    if (value === null || figure === null) return null;
    if (lower ? less(figure, value) : less(value, figure)) return index;
  }
  return levels.length;
}

function figureOf({ value, measure: id }: Figure, measure: Measure): Rational | null {
  return id === undefined ? rational(value!) : measure(id);
}
