import type { Result } from '../../schemas/index.ts';
import { evaluateRow, resultOf } from '../evaluate.ts';
import type { Program } from '../model/compile.ts';
import { complete } from '../complete.ts';
import type { Table } from '../table.ts';
import { columnsOf, placesIn } from './columns-of.ts';
import { fastProgram } from './fast-program.ts';
import { blockRows } from './wasm/layout.ts';

/** The ways to evaluate: the reference, exact fractions; closures over float64s, a row at a time; columns, by the block. */
export const backEnds = ['reference', 'closures', 'columns'] as const;
export type BackEnd = (typeof backEnds)[number];

/** How a back end came by its results. */
export interface Tally {
  /** Figures that could not be told from their approximation, and were computed exactly. */
  resolved: number;
  /** Rows that the reference back end computed whole. */
  exactRows: number;
}

/**
 * What the model says of every subject of the table, in the table's order: the same bytes by every back end. One that
 * cannot carry the program, or is not there, leaves it to the next slower one.
 */
export function evaluateBy(
  backEnd: BackEnd,
  program: Program,
  given: Table,
  tally: Tally = { resolved: 0, exactRows: 0 },
): Result[] {
  const table = complete(program, given);
  const fast = backEnd === 'reference' ? undefined : fastProgram(program, placesIn(table));
  if (fast === undefined) {
    tally.exactRows += table.subjects.length;
    return table.subjects.map((_, row) => evaluateRow(program, table, row));
  }
  const columns = columnsOf(program, table, fast.lowered.texts);
  const block = backEnd === 'columns' ? fast.block : undefined;
  const before = fast.single.resolved();
  let at = 0;
  const load = (input: number) => columns[input]![at]!;
  const one = (): Result => {
    if (fast.single.run(load)) return resultOf(program, fast.singleFigures, table, at);
    tally.exactRows += 1;
    return evaluateRow(program, table, at);
  };
  const results: Result[] = [];
  for (let start = 0; start < table.subjects.length; start += blockRows) {
    const rows = Math.min(blockRows, table.subjects.length - start);
    if (block !== undefined) {
      for (const [index, column] of columns.entries())
        block.machine.inputs[index]!.set(column.subarray(start, start + rows));
      block.machine.run(rows);
    }
    for (let row = 0; row < rows; row += 1) {
      at = start + row;
      const plain = block !== undefined && !block.machine.undecided(row) && block.isPlain(row);
      results.push(plain ? resultOf(program, block.figures(row), table, at) : one());
    }
  }
  tally.resolved += fast.single.resolved() - before;
  return results;
}
