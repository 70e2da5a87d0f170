import type { Column, Comparison, Conditions } from '../../schemas/index.ts';
import { createBuilder } from '../program/builder.ts';
import type { Value } from '../program/operations.ts';
import { runProgram } from '../program/run.ts';
import { compileConditions } from './compile-condition.ts';
import { compareTexts } from './compare-texts.ts';

/** Whether a record matches; unknown, because a cell that decides is empty, does not. */
export type RecordFilter = (cell: (column: string) => Value) => boolean;

/**
 * The filter of checked conditions over a dataset's columns; without conditions every record matches. Numbers are compared
 * by the steps of a program, what is text (days, lists too) apart: programs know of a text only whether it equals another.
 */
export function recordFilter(
  conditions: Conditions | undefined,
  columns: ReadonlyMap<string, Column>,
): RecordFilter {
  if (conditions === undefined) return () => true;
  const builder = createBuilder();
  const apart = new Map<string, Comparison>();
  compileConditions(builder, conditions, {
    id: 'where',
    pointer: '',
    resolve: (fact) => builder.column(fact),
    decidedApart(comparison) {
      const type = columns.get(comparison.fact)?.type ?? 'decimal';
      if (type === 'decimal' || type === 'integer' || comparison.operator === 'isMissing') return undefined;
      // No column has such a name.
      const name = `?${apart.size}`;
      apart.set(name, comparison);
      return builder.column(name);
    },
  });
  return (cell) => {
    const value = (name: string): Value => {
      const comparison = apart.get(name);
      if (comparison === undefined) return cell(name);
      const text = cell(comparison.fact);
      return typeof text === 'string' ? compareTexts(comparison, text, columns.get(comparison.fact)) : null;
    };
    return runProgram(builder.steps, value).at(-1) === true;
  };
}
