import type { MetricResult } from '../schemas/index.ts';
import { formatExact, formatFixed } from './number/decimal.ts';
import { isRational, type Value } from './program/operations.ts';

/** What a row's steps came to, as results ask for it, whichever back end computed them. */
export interface RowFigures {
  /** Fills in the results of all metrics, of a row where none is missing: for back ends that have them at hand as a whole. */
  readonly wholeMetrics?: (into: Record<string, MetricResult>) => void;
  /** Whether there is neither figure, text nor truth. */
  missing(step: number): boolean;
  holds(step: number): boolean;
  text(step: number): string | null;
  /** The figure at so many places. */
  fixed(step: number, places: number): string | null;
  /** The exact figure in its shortest form. */
  exact(step: number): string | null;
}

/** The figures of the reference back end. */
export function figuresOf(values: readonly Value[]): RowFigures {
  const number = (step: number) => {
    const value = values[step]!;
    return isRational(value) ? value : undefined;
  };
  return {
    missing: (step) => values[step] === null,
    holds: (step) => values[step] === true,
    text(step) {
      const value = values[step];
      return typeof value === 'string' ? value : null;
    },
    fixed(step, places) {
      const value = number(step);
      return value === undefined ? null : formatFixed(value, places);
    },
    exact(step) {
      const value = number(step);
      return value === undefined ? null : formatExact(value);
    },
  };
}
