import { numberColumn, openWhatIf, type Column, type Table } from '../../engine/index.ts';
import type { Model } from '../../schemas/index.ts';
import { columnsEngine, columnsOfMany } from '../engines/ours-columns.ts';
import { median } from '../harness/statistics.ts';
import { standardModel } from '../workload/model.ts';

/** As many steps as a slider that is drawn from one end to the other. */
const moves = { warmUp: 10, timed: 30 } as const;

/**
 * A weight moves, another makes up for it, and everyone is graded again.
 * @returns milliseconds from the changed model to the grades of everyone, the median of several moves.
 */
export function whatIf(size: number): Promise<number> {
  const { change } = openWhatIf(standardModel, tableOfMany(size));
  const times: number[] = [];
  for (let move = 1; move <= moves.warmUp + moves.timed; move += 1) {
    // Never the weights of the last move, nor those it was opened with.
    const model = withWeightMoved(standardModel, (move % 5) + 1);
    const begin = performance.now();
    change(model);
    if (move > moves.warmUp) times.push(performance.now() - begin);
  }
  return Promise.resolve(median(times));
}

function tableOfMany(size: number): Table {
  const engine = columnsEngine(standardModel, 0);
  const { inputs } = columnsOfMany(engine, size);
  const columns = engine.program.inputs.map(({ name, kind }, index): [string, Column] => {
    const column = [...inputs[index]!];
    return [
      name,
      kind === 'text'
        ? { kind, values: column.map((id) => engine.texts[id] ?? null) }
        : numberColumn(column.map((units) => ({ n: BigInt(units), d: 100n }))),
    ];
  });
  return { subjects: Array.from({ length: size }, (_, row) => `p${row}`), columns: new Map(columns) };
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
