import { formatExact, parseDecimal } from '../../engine/number/decimal.ts';
import { compare, integer, multiply, type Rational } from '../../engine/number/rational.ts';
import type { DecimalInput, Metric } from '../../schemas/index.ts';

/** The most a metric can bring to the composite: highest score × weight ÷ 100; null where no score is the highest. */
export function mostOf({ scoring, weight }: Metric): string | null {
  const highest = highestScore(scoring);
  if (highest === undefined) return null;
  return formatExact(multiply(multiply(highest, parseDecimal(weight)!), { n: 1n, d: integer(100).n }));
}

function highestScore(scoring: Metric['scoring']): Rational | undefined {
  switch (scoring.kind) {
    case 'asIs':
    case 'ratioToTarget':
    case 'gapToTarget':
      return scoring.cap === undefined ? undefined : parseDecimal(scoring.cap);
    case 'linear':
      return highest([scoring.from.score, scoring.to.score]);
    case 'curve':
      return highest(scoring.points.map(({ score }) => score));
    case 'rating':
      return integer(100);
    case 'steps':
      return highest([scoring.below, ...scoring.steps.map(({ score }) => score)]);
  }
}

function highest(scores: readonly DecimalInput[]): Rational {
  return scores.map((score) => parseDecimal(score)!).reduce((a, b) => (compare(a, b) < 0 ? b : a));
}
