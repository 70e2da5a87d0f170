import type { Builder, StepRef } from '../program/builder.ts';

/** What a formula, or a part of it, comes to. */
export type FormulaType = 'number' | 'truth';

/** Where the steps of a call are built. */
export interface CallContext {
  readonly builder: Builder;
  /** Prefix of the numbered steps. */
  readonly scope: string;
  /** JSON pointer of the formula. */
  readonly pointer: string;
}

/** A function that formulas may call. */
export interface FormulaFunction {
  /** Of its arguments, in their order; the last one counts for all that follow. */
  readonly takes: readonly FormulaType[];
  /** How many arguments: at least, at most. */
  readonly count: readonly [least: number, most: number];
  readonly gives: FormulaType;
  compile(context: CallContext, args: readonly StepRef[]): StepRef;
}

const many = [1, 50] as const;
const numbers = { takes: ['number'], gives: 'number' } as const;

/** The functions by name. What is missing makes the outcome missing, unless it is asked for. */
export const formulaFunctions: Readonly<Record<string, FormulaFunction>> = {
  min: { ...numbers, count: many, compile: ({ builder, scope }, args) => builder.step(scope, 'min', args) },
  max: { ...numbers, count: many, compile: ({ builder, scope }, args) => builder.step(scope, 'max', args) },
  sum: { ...numbers, count: many, compile: ({ builder, scope }, args) => builder.step(scope, 'add', args) },
  mean: {
    ...numbers,
    count: many,
    compile: ({ builder, scope }, args) =>
      builder.step(scope, 'div', [builder.step(scope, 'add', args), builder.fixed(args.length)]),
  },
  count: {
    ...numbers,
    count: many,
    compile: ({ builder, scope }, args) =>
      builder.step(
        scope,
        'add',
        args.map((arg) =>
          builder.step(scope, 'choose', [
            builder.step(scope, 'missing', [arg]),
            builder.fixed(0),
            builder.fixed(1),
          ]),
        ),
      ),
  },
  abs: {
    ...numbers,
    count: [1, 1],
    compile: ({ builder, scope }, [a]) =>
      builder.step(scope, 'max', [a!, builder.step(scope, 'sub', [builder.fixed(0), a!])]),
  },
  floor: { ...numbers, count: [1, 1], compile: (context, [a]) => towards(context, a!, 'down') },
  ceil: { ...numbers, count: [1, 1], compile: (context, [a]) => towards(context, a!, 'up') },
  clamp: {
    ...numbers,
    count: [3, 3],
    compile: ({ builder, scope }, [a, low, high]) =>
      builder.step(scope, 'min', [builder.step(scope, 'max', [a!, low!]), high!]),
  },
  if: {
    takes: ['truth', 'number'],
    gives: 'number',
    count: [3, 3],
    compile({ builder, scope, pointer }, [condition, yes, no]) {
      const unknown = builder.step(scope, 'missing', [condition!]);
      const nothing = builder.nothing(scope, { reason: 'unknown', pointer });
      const chosen = builder.step(scope, 'choose', [condition!, yes!, no!]);
      return builder.step(scope, 'choose', [unknown, nothing, chosen]);
    },
  },
  and: logic('and', many),
  or: logic('or', many),
  not: logic('not', [1, 1]),
  isMissing: {
    takes: ['number'],
    gives: 'truth',
    count: [1, 1],
    compile: ({ builder, scope }, args) => builder.step(scope, 'missing', args),
  },
  ifMissing: {
    ...numbers,
    count: [2, 2],
    compile: ({ builder, scope }, [a, otherwise]) =>
      builder.step(scope, 'choose', [builder.step(scope, 'missing', [a!]), otherwise!, a!]),
  },
};

/** The function of a name; `round` is none, for its places are written in the formula and not computed. */
export function functionOf(name: string): FormulaFunction | undefined {
  return Object.hasOwn(formulaFunctions, name) ? formulaFunctions[name] : undefined;
}

function logic(op: 'and' | 'or' | 'not', count: readonly [number, number]): FormulaFunction {
  return {
    takes: ['truth'],
    gives: 'truth',
    count,
    compile: ({ builder, scope }, args) => builder.step(scope, op, args),
  };
}

/** The nearest whole number, and one less or more where that is on the wrong side. */
export function towards({ builder, scope }: CallContext, a: StepRef, way: 'up' | 'down'): StepRef {
  const nearest = builder.step(scope, 'round', [a]);
  const beyond = builder.step(scope, 'less', way === 'down' ? [a, nearest] : [nearest, a]);
  const next = builder.step(scope, way === 'down' ? 'sub' : 'add', [nearest, builder.fixed(1)]);
  return builder.step(scope, 'choose', [beyond, next, nearest]);
}
