import { columnsEngine, columnsOfMany } from '../engines/ours-columns.ts';
import { standardModel } from '../workload/model.ts';

/**
 * Everyone's figures in columns, judged; composites, grades and actions in columns.
 * @returns how many were judged; what it took is the peak of the process.
 */
export function memory(size: number): Promise<number> {
  const engine = columnsEngine(standardModel, size);
  engine.run(columnsOfMany(engine, size));
  return Promise.resolve(engine.judged.composite.length);
}
