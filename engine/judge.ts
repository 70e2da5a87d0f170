import type { Result } from '../schemas/index.ts';
import { resultOf } from './evaluate.ts';
import { valuesOf } from './values-of.ts';
import { receiptValue } from './explain.ts';
import { columnsOf, placesIn } from './fast/columns-of.ts';
import { fastProgram } from './fast/fast-program.ts';
import { stepValues } from './fast/step-values.ts';
import type { Program } from './model/compile.ts';
import { complete } from './complete.ts';
import { receiptWriter } from './receipt-text.ts';
import { figuresOf } from './row-figures.ts';
import { cellOf, type Table } from './table.ts';

/** One subject judged: the result, and its receipt in RFC 8785 form. */
export interface Judged {
  readonly result: Result;
  readonly receipt: string;
}

/** Judges the subjects of a table in its order, each with its receipt, as `evaluate` and `explain` would. */
export function* judge(program: Program, given: Table): Generator<Judged> {
  const table = complete(program, given);
  const write = receiptWriter(program);
  const fast = fastProgram(program, placesIn(table));
  const columns = fast === undefined ? [] : columnsOf(program, table, fast.lowered.texts);
  let row = 0;
  const textOf = (column: string) => {
    const cell = cellOf(table, column, row);
    return typeof cell === 'string' ? cell : null;
  };
  const fastValue = fast && stepValues(fast, textOf);
  for (const [index, subject] of table.subjects.entries()) {
    row = index;
    if (
      fast !== undefined &&
      fastValue !== undefined &&
      fast.single.run((input) => columns[input]![index]!)
    ) {
      const result = resultOf(program, fast.singleFigures, table, index);
      yield { result, receipt: write(subject, fastValue) };
    } else {
      const values = valuesOf(program, table, index);
      const result = resultOf(program, figuresOf(values), table, index);
      yield { result, receipt: write(subject, (step) => receiptValue(values[step]!)) };
    }
  }
}
