import { integer } from '../number/rational.ts';
import type { OperationName, Value } from './operations.ts';
import type { Source, Step } from './program.ts';

/** Position of a step in its program. */
export type StepRef = number;

/** Collects the steps of a program. Ids name the figures people know; the steps between them are numbered. */
export interface Builder {
  readonly steps: readonly Step[];
  /** The value of a column; the same step each time it is asked for. */
  column(name: string): StepRef;
  /** A value written in the model at a pointer. */
  model(id: string, pointer: string, value: Value): StepRef;
  /** A whole number of the arithmetic itself. */
  fixed(value: number): StepRef;
  /** A missing figure. */
  nothing(id: string, source: Omit<Extract<Source, { kind: 'nothing' }>, 'kind'>): StepRef;
  /** An operation whose figure has a name of its own, or, given a prefix ending in a dot, a numbered one. */
  step(id: string, op: OperationName, args: readonly StepRef[], places?: number): StepRef;
}

export function createBuilder(): Builder {
  const steps: Step[] = [];
  const shared = new Map<string, StepRef>();
  const counters = new Map<string, number>();

  function push(step: Step): StepRef {
    return steps.push(step) - 1;
  }

  /** Made once, however often it is asked for. */
  function once(id: string, source: Source): StepRef {
    const ref = shared.get(id) ?? push({ id, op: 'given', source });
    shared.set(id, ref);
    return ref;
  }

  function named(id: string): string {
    if (!id.endsWith('.')) return id;
    const next = (counters.get(id) ?? 0) + 1;
    counters.set(id, next);
    return id + String(next);
  }

  return {
    steps,
    column: (name) => once(name, { kind: 'column', name }),
    model: (id, pointer, value) =>
      push({ id: named(id), op: 'given', source: { kind: 'model', pointer, value } }),
    fixed: (value) => once(`=${value}`, { kind: 'fixed', value: integer(value) }),
    nothing: (id, source) => push({ id: named(id), op: 'given', source: { kind: 'nothing', ...source } }),
    step: (id, op, args, places = 0) => push({ id: named(id), op, args, places }),
  };
}
