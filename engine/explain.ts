import type { Receipt, ReceiptEntry } from '../schemas/index.ts';
import { valuesOf } from './values-of.ts';
import type { Program } from './model/compile.ts';
import { formatExact } from './number/decimal.ts';
import { isRational, type Value } from './program/operations.ts';
import type { Source, Step } from './program/program.ts';
import { complete } from './complete.ts';
import type { Table } from './table.ts';

/** What a step came to, as receipts show it: numbers exactly ("76.65", "11/12"), texts behind an apostrophe. */
export type StepValue = (step: number) => string | boolean | null;

/** The receipt of one subject: every step of the program with its value, from source figures to grade. */
export function explain(program: Program, table: Table, row: number): Receipt {
  const values = valuesOf(program, complete(program, table), row);
  return {
    format: 'meritscale/receipt/1',
    model: program.hash,
    subject: table.subjects[row]!,
    entries: program.steps.map((step, index) => entryOf(step, values[index]!, program.steps)),
  };
}

function entryOf(step: Step, value: Value, steps: readonly Step[]): ReceiptEntry {
  return { ...headOf(step, steps), value: receiptValue(value) };
}

/** What an entry says beside its value: the same in every receipt of a program. */
export function headOf(step: Step, steps: readonly Step[]): Omit<ReceiptEntry, 'value'> {
  const args = step.op === 'given' ? originOf(step.source) : argsOf(step, steps);
  return { id: step.id, op: step.op, args };
}

function argsOf(step: Exclude<Step, { op: 'given' }>, steps: readonly Step[]): (string | number)[] {
  const ids = step.args.map((arg) => steps[arg]!.id);
  return step.op === 'round' ? [...ids, step.places] : ids;
}

/** Where a given figure comes from: a column by name, or a pointer into the model. */
function originOf(source: Source): string[] {
  switch (source.kind) {
    case 'column':
      return ['column', source.name];
    case 'fixed':
      return ['fixed'];
    default:
      return ['model', source.pointer];
  }
}

/** Numbers exactly ("76.65", "11/12"), texts behind an apostrophe. */
export function receiptValue(value: Value): string | boolean | null {
  if (isRational(value)) return formatExact(value);
  return typeof value === 'string' ? `'${value}` : value;
}
