import { operations, type Value } from './operations.ts';
import type { Step } from './program.ts';

/** Runs a program over one row: the value of every step, in order. */
export function runProgram(steps: readonly Step[], column: (name: string) => Value): Value[] {
  const values: Value[] = [];
  for (const step of steps) values.push(valueOf(step, values, column));
  return values;
}

function valueOf(step: Step, values: readonly Value[], column: (name: string) => Value): Value {
  if (step.op !== 'given') {
    const args = step.args.map((arg) => values[arg] as Value);
    return operations[step.op](args, step.places);
  }
  switch (step.source.kind) {
    case 'column':
      return column(step.source.name);
    case 'nothing':
      return null;
    default:
      return step.source.value;
  }
}
