import { formatExact, parseDecimal } from '../../engine/number/decimal.ts';
import { add, zero } from '../../engine/number/rational.ts';
import type { MetricBlock } from './metric-block.ts';

/** What the points of all metrics come to, and the weights of those that count. */
export interface PointsSum {
  readonly points: string;
  readonly weights: string;
  /** Whether all weights count: then the points are the composite, but for its rounding. */
  readonly whole: boolean;
}

/** The sum of the points that count, exact. */
export function pointsSum(blocks: readonly MetricBlock[]): PointsSum {
  const counting = blocks.filter(({ part }) => part !== null);
  const weights = sum(counting.map(({ weight }) => weight));
  return {
    points: sum(counting.map(({ part }) => part!)),
    weights,
    whole: counting.length === blocks.length,
  };
}

function sum(decimals: readonly string[]): string {
  return formatExact(decimals.reduce((total, text) => add(total, parseDecimal(text)!), zero));
}
