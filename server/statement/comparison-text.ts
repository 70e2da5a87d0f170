import { outcomeOf } from '../../engine/condition/outcome.ts';
import { formatExact, parseDecimal } from '../../engine/number/decimal.ts';
import { compare, subtract } from '../../engine/number/rational.ts';
import { comparisonSentence, type Texts } from '../../locales/index.ts';
import type { Comparison } from '../../schemas/index.ts';

interface Given {
  readonly words: Texts['words'];
  /** What the fact is called, and what it was. */
  readonly fact: string;
  /** What it was: a decimal or a text; null where it is missing. */
  readonly value: string | null;
  readonly nameOf: (item: string) => string;
}

/** A comparison as a sentence: its fact with what it was, whether it holds, and how far the fact is from the threshold. */
export function comparisonText(comparison: Comparison, { words, fact, value, nameOf }: Given): string {
  return `${comparisonSentence(words, comparison, fact, nameOf)} ${markOf(comparison, value)}`;
}

/** ✓, ✗, or ? where it is unknown; of figures with the distance to the threshold: "✗ 3.35". */
function markOf(comparison: Comparison, given: string | null): string {
  const figure = given === null ? undefined : parseDecimal(given);
  const outcome = outcomeOf(comparison, figure ?? given);
  const mark = outcome === null ? '?' : outcome ? '✓' : '✗';
  const threshold = typeof comparison.value === 'number' ? parseDecimal(comparison.value) : undefined;
  if (figure === undefined || threshold === undefined) return mark;
  const [high, low] = compare(figure, threshold) < 0 ? [threshold, figure] : [figure, threshold];
  return `${mark} ${formatExact(subtract(high, low))}`;
}
