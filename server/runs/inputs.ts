import {
  compile,
  explain,
  formatExact,
  isRational,
  numberColumn,
  parseDecimal,
  cellOf,
  reasonOf,
  type Column,
  type Program,
  type Table,
} from '../../engine/index.ts';
import type { MissingReason, Model, Receipt } from '../../schemas/index.ts';
import type { RunResult } from '../store/documents.ts';

/** The figures of one subject, as they are kept with its result. */
export type Inputs = Pick<RunResult, 'inputs' | 'missing'>;

/** What a program was given of one subject. */
export function inputsOf(program: Program, table: Table, row: number): Inputs {
  const inputs: Record<string, string | null> = {};
  const missing: Record<string, string> = {};
  for (const { name, kind } of program.inputs) {
    const cell = cellOf(table, name, row);
    inputs[name] = isRational(cell) ? formatExact(cell) : typeof cell === 'string' ? cell : null;
    if (cell === null && kind === 'number') missing[name] = reasonOf(table, name, row);
  }
  return { inputs, missing };
}

/** The table of one subject that a result was made from. */
export function tableOfInputs(program: Program, subject: string, { inputs, missing }: Inputs): Table {
  const columns = program.inputs.map(({ name, kind }): [string, Column] => {
    const figure = inputs[name] ?? null;
    if (kind === 'text') return [name, { kind, values: [figure] }];
    const reason = missing[name] as MissingReason | undefined;
    const reasons = new Map(reason === undefined ? [] : [[0, reason] as const]);
    return [name, numberColumn([figure === null ? null : parseDecimal(figure)!], reasons)];
  });
  return { subjects: [subject], columns: new Map(columns) };
}

/** The receipt of a stored result: the same bytes as when it was made, without reading a record. */
export function receiptOf(model: Model, subject: string, inputs: Inputs): Receipt {
  const program = compile(model);
  return explain(program, tableOfInputs(program, subject, inputs), 0);
}
