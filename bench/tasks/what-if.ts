import type { Model } from '../../schemas/index.ts';
import { columnsEngine, columnsOfMany } from '../engines/ours-columns.ts';
import { median } from '../harness/statistics.ts';
import { standardModel } from '../workload/model.ts';

const moves = 5;

/**
 * A weight moves, another makes up for it, and everyone is graded again; the columns are at hand.
 * @returns milliseconds from the changed model to the grades of everyone, the median of several moves.
 */
export function whatIf(size: number): Promise<number> {
  const columns = columnsOfMany(columnsEngine(standardModel, 0), size);
  const times: number[] = [];
  for (let move = 0; move <= moves; move += 1) {
    const model = withWeightMoved(standardModel, (move % 5) + 1);
    const begin = performance.now();
    columnsEngine(model, size).run(columns);
    // The first is a warm-up.
    if (move > 0) times.push(performance.now() - begin);
  }
  return Promise.resolve(median(times));
}

/** So many points of weight from the second metric to the first. */
function withWeightMoved(model: Model, points: number): Model {
  const by = [points, -points];
  return {
    ...model,
    metrics: model.metrics.map((metric, index) => ({
      ...metric,
      weight: Number(metric.weight) + (by[index] ?? 0),
    })),
  };
}
