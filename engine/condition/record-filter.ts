import type { Conditions } from '../../schemas/index.ts';
import { createBuilder } from '../program/builder.ts';
import type { Value } from '../program/operations.ts';
import { runProgram } from '../program/run.ts';
import { compileConditions } from './compile-condition.ts';

/** Whether a record matches; unknown, because a cell that decides is empty, does not. */
export type RecordFilter = (cell: (column: string) => Value) => boolean;

/** The filter of checked conditions over a dataset's columns; without conditions every record matches. */
export function recordFilter(conditions: Conditions | undefined): RecordFilter {
  if (conditions === undefined) return () => true;
  const builder = createBuilder();
  compileConditions(builder, conditions, {
    id: 'where',
    pointer: '',
    resolve: (fact) => builder.column(fact),
  });
  return (cell) => runProgram(builder.steps, cell).at(-1) === true;
}
