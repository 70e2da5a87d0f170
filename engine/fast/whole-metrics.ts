import type { MetricResult } from '../../schemas/index.ts';
import type { MetricSteps } from '../model/compile-metric.ts';
import type { StepRef } from '../program/builder.ts';
import { figureText, shortestText } from './units-text.ts';

/** A figure of everybody in units, and how many places these have. */
export interface UnitsColumn {
  readonly units: Float64Array;
  readonly places: number;
}

/**
 * Fills in the results of metrics that are all there, straight from their columns: a third of a result's time went into
 * asking for each figure by its step.
 */
export function wholeMetrics(
  metrics: readonly MetricSteps[],
  column: (step: StepRef) => UnitsColumn,
): (into: Record<string, MetricResult>, row: number) => void {
  const columns = metrics.map(({ id, value, score, weighted, places }) => ({
    id,
    value: column(value).units,
    valuePlaces: column(value).places,
    valueShown: places.value,
    score: column(score).units,
    scorePlaces: column(score).places,
    scoreShown: places.score,
    weighted: column(weighted).units,
    weightedPlaces: column(weighted).places,
  }));
  const withTargets = metrics.flatMap(({ id, target, level }) =>
    target === undefined && level === undefined
      ? []
      : [{ id, target: target && column(target), level: level && column(level) }],
  );
  return (into, row) => {
    for (let index = 0; index < columns.length; index += 1) {
      const metric = columns[index]!;
      into[metric.id] = {
        value: figureText(metric.value[row]!, metric.valuePlaces, metric.valueShown),
        score: figureText(metric.score[row]!, metric.scorePlaces, metric.scoreShown),
        weighted: shortestText(metric.weighted[row]!, metric.weightedPlaces),
      };
    }
    for (const { id, target, level } of withTargets) {
      into[id] = {
        ...into[id]!,
        ...(target && { target: shortestText(target.units[row]!, target.places) }),
        ...(level && { level: wholeOf(level.units[row]!) }),
      };
    }
  };
}

function wholeOf(units: number): number | null {
  return Number.isNaN(units) ? null : units;
}
