import type { MissingReason } from '../schemas/index.ts';
import type { Program } from './model/compile.ts';
import { formatExact, parseDecimal } from './number/decimal.ts';
import { isRational } from './program/operations.ts';
import { cellOf, numberColumn, reasonOf, type Column, type Table } from './table.ts';

/** All that a program was given of one subject: enough to compute it again. */
export interface SubjectInputs {
  /** By column: a figure as a decimal, an attribute as it is, null where it is missing. */
  readonly inputs: Readonly<Record<string, string | null>>;
  /** Why a figure is missing, by column. */
  readonly missing: Readonly<Record<string, string>>;
}

/** What a program was given of the subject in a row. */
export function inputsOf(program: Program, table: Table, row: number): SubjectInputs {
  const inputs: Record<string, string | null> = {};
  const missing: Record<string, string> = {};
  for (const { name, kind } of program.inputs) {
    const cell = cellOf(table, name, row);
    inputs[name] = isRational(cell) ? formatExact(cell) : typeof cell === 'string' ? cell : null;
    if (cell === null && kind === 'number') missing[name] = reasonOf(table, name, row);
  }
  return { inputs, missing };
}

/** The table of one row that a subject's inputs make: evaluated, it gives what the whole table gave for the subject. */
export function tableOfInputs(program: Program, subject: string, { inputs, missing }: SubjectInputs): Table {
  const columns = program.inputs.map(({ name, kind }): [string, Column] => {
    const text = inputs[name] ?? null;
    if (kind === 'text') return [name, { kind, values: [text] }];
    const reason = missing[name] as MissingReason | undefined;
    const reasons = new Map(reason === undefined ? [] : [[0, reason] as const]);
    return [name, numberColumn([text === null ? null : figureOf(text)], reasons)];
  });
  return { subjects: [subject], columns: new Map(columns) };
}

function figureOf(text: string) {
  const figure = parseDecimal(text);
  if (figure === undefined) throw new Error(`no figure: ${text}`);
  return figure;
}
