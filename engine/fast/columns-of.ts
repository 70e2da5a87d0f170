import type { Program } from '../model/compile.ts';
import type { Table } from '../table.ts';

/** The inputs of a program as float64s: figures in units, texts by their number; NaN where they are missing. */
export function columnsOf(program: Program, table: Table, texts: readonly string[]): Float64Array[] {
  // A text that the model does not know equals none of its own, but may equal that of another column.
  const read = columnReader(table, [...texts]);
  return program.inputs.map(({ name }) => read(name));
}

/** Reads columns of a table as float64s. The dictionary of texts takes in those that it does not have. */
export function columnReader(table: Table, texts: string[]): (name: string) => Float64Array {
  const numbers = new Map<string, number>();
  const numberOf = (text: string): number => {
    // Others may have added to it.
    for (let id = numbers.size; id < texts.length; id += 1) numbers.set(texts[id]!, id);
    const id = numbers.get(text) ?? texts.push(text) - 1;
    numbers.set(text, id);
    return id;
  };
  return (name) => {
    const column = table.columns.get(name);
    const values = new Float64Array(table.subjects.length).fill(Number.NaN);
    if (column?.kind === 'number') {
      for (const [row, units] of column.units.entries()) if (units !== null) values[row] = Number(units);
    } else if (column?.kind === 'text') {
      for (const [row, text] of column.values.entries()) if (text !== null) values[row] = numberOf(text);
    }
    return values;
  };
}

/** The places that the figures of a column have; 0 where there is none. */
export function placesIn(table: Table): (column: string) => number {
  return (name) => {
    const column = table.columns.get(name);
    return column?.kind === 'number' ? column.places : 0;
  };
}
