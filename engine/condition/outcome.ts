import type { Comparison } from '../../schemas/index.ts';
import { createBuilder } from '../program/builder.ts';
import type { Value } from '../program/operations.ts';
import { runProgram } from '../program/run.ts';
import { compileConditions } from './compile-condition.ts';

/** Whether a comparison holds of a fact; null where that is unknown. */
export function outcomeOf(comparison: Comparison, fact: Value): boolean | null {
  const builder = createBuilder();
  const verdict = compileConditions(
    builder,
    { all: [comparison] },
    { id: 'outcome', pointer: '', resolve: () => builder.column('fact') },
  );
  const outcome = runProgram(builder.steps, () => fact)[verdict];
  return typeof outcome === 'boolean' ? outcome : null;
}
