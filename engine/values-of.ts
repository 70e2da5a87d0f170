import type { Program } from './model/compile.ts';
import type { Value } from './program/operations.ts';
import { runProgram } from './program/run.ts';
import { cellOf, type Table } from './table.ts';

/** The exact values of all steps of a program for one row. */
export function valuesOf(program: Program, table: Table, row: number): Value[] {
  return runProgram(program.steps, (name) => cellOf(table, name, row));
}
