import { wholeLimit } from './node.ts';

/** Between which whole numbers a figure lies. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

export type Arithmetic = 'add' | 'sub' | 'mul' | 'min' | 'max';

/** Where the outcome of an operation lies. */
export function intervalOf(op: Arithmetic, a: Interval, b: Interval): Interval {
  switch (op) {
    case 'add':
      return { low: a.low + b.low, high: a.high + b.high };
    case 'sub':
      return { low: a.low - b.high, high: a.high - b.low };
    case 'mul': {
      const ends = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high];
      return { low: Math.min(...ends), high: Math.max(...ends) };
    }
    case 'min':
      return { low: Math.min(a.low, b.low), high: Math.min(a.high, b.high) };
    case 'max':
      return { low: Math.max(a.low, b.low), high: Math.max(a.high, b.high) };
  }
}

/** Whether float64s count so far exactly, with room for what rounding them takes. */
export function fits({ low, high }: Interval): boolean {
  return low >= -wholeLimit && high <= wholeLimit;
}

/** Rounded half-up, away from zero, by a divisor. */
export function roundedBy(value: number, divisor: number): number {
  const units = Math.floor((Math.abs(value) + divisor / 2) / divisor);
  return value < 0 ? -units : units;
}
