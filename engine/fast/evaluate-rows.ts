import type { Result } from '../../schemas/index.ts';
import { evaluateRow, resultOf } from '../evaluate.ts';
import type { Program } from '../model/compile.ts';
import type { Table } from '../table.ts';
import { closures } from './closures.ts';
import { columnsOf, placesIn } from './columns-of.ts';
import { lower } from './lower.ts';
import { machineFigures } from './machine-figures.ts';

/** How a back end came by its results. */
export interface Tally {
  /** Figures that could not be told from their approximation, and were computed exactly. */
  resolved: number;
  /** Rows that the reference back end computed whole. */
  exactRows: number;
}

/** What the reference back end gives, by closures over float64s. */
export function evaluateByClosures(
  program: Program,
  table: Table,
  tally: Tally = { resolved: 0, exactRows: 0 },
): Result[] {
  const lowered = lower(program, placesIn(table));
  if (lowered === undefined) {
    tally.exactRows += table.subjects.length;
    return table.subjects.map((_, row) => evaluateRow(program, table, row));
  }
  const columns = columnsOf(program, table, lowered.texts);
  const machine = closures(
    lowered.nodes,
    lowered.figures.map(({ node }) => node),
  );
  const figures = machineFigures(lowered, machine.values);
  let row = 0;
  const load = (input: number) => columns[input]![row]!;
  const results: Result[] = [];
  for (row = 0; row < table.subjects.length; row += 1) {
    if (machine.run(load)) {
      results.push(resultOf(program, figures, table, row));
    } else {
      tally.exactRows += 1;
      results.push(evaluateRow(program, table, row));
    }
  }
  tally.resolved += machine.resolved();
  return results;
}
