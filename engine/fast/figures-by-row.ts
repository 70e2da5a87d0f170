import { valuesOf } from '../values-of.ts';
import type { Program } from '../model/compile.ts';
import { figuresOf, type RowFigures } from '../row-figures.ts';
import type { Table } from '../table.ts';
import { columnsOf, placesIn } from './columns-of.ts';
import { fastProgram } from './fast-program.ts';

/** What a row's steps came to, by the fastest back end that can tell; to be read before another row is asked for. */
export function figuresByRow(program: Program, table: Table): (row: number) => RowFigures {
  const fast = fastProgram(program, placesIn(table));
  if (fast === undefined) return (row) => figuresOf(valuesOf(program, table, row));
  const columns = columnsOf(program, table, fast.lowered.texts);
  return (row) =>
    fast.single.run((input) => columns[input]![row]!)
      ? fast.singleFigures
      : figuresOf(valuesOf(program, table, row));
}
