import type { Missing } from '../schemas/index.ts';
import type { Step } from './program/program.ts';
import type { RowFigures } from './row-figures.ts';
import { reasonOf, type Table } from './table.ts';

/** Follows a missing figure back to where it first went missing. */
export function whyMissing(
  steps: readonly Step[],
  figures: RowFigures,
  start: number,
  table: Table,
  row: number,
): Missing {
  const step = steps[start]!;
  const follow = (next: number) => whyMissing(steps, figures, next, table, row);
  if (step.op === 'given') {
    switch (step.source.kind) {
      case 'column':
        return { reason: reasonOf(table, step.source.name, row), of: step.source.name };
      case 'nothing':
        return { reason: step.source.reason, of: step.source.pointer };
      default:
        throw new Error(`not missing: ${step.id}`);
    }
  }
  if (step.op === 'choose') {
    const [condition, yes, no] = step.args as [number, number, number];
    if (figures.missing(condition)) return follow(condition);
    const asked = steps[condition]!;
    if (figures.holds(condition) && asked.op === 'missing') return follow(asked.args[0]!);
    return follow(figures.holds(condition) ? yes : no);
  }
  const first = step.args.find((arg) => figures.missing(arg));
  return first === undefined ? { reason: 'divisionByZero', of: step.id } : follow(first);
}
