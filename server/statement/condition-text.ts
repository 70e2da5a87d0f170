import { outcomeOf } from '../../engine/condition/outcome.ts';
import { formatExact, parseDecimal } from '../../engine/number/decimal.ts';
import { compare, subtract } from '../../engine/number/rational.ts';
import { comparisonSentence, fill } from '../../locales/index.ts';
import type { Comparison, Condition, ConditionReference } from '../../schemas/index.ts';
import type { View } from './view.ts';

/** Conditions as a sentence: each fact with what it was, whether it meets its condition, and how far it is from the threshold. */
export function conditionText(node: Condition, view: View): string {
  const { words } = view;
  const list = (parts: readonly Condition[], joint: string) =>
    parts
      .map((part) => {
        const text = conditionText(part, view);
        return 'all' in part || 'any' in part ? `(${text})` : text;
      })
      .join(joint);
  if ('all' in node) return list(node.all, words.and);
  if ('any' in node) return list(node.any, words.or);
  if ('not' in node) return fill(words.not, { condition: conditionText(node.not, view) });
  if ('condition' in node) return namedText(node, view);
  return comparisonText(node, view);
}

/** What a reference names, with its parts in brackets. */
function namedText({ condition }: ConditionReference, view: View): string {
  const { model, words, name } = view;
  const named = model.conditions!.find(({ id }) => id === condition)!;
  return fill(words.named, { name: name(named.name), conditions: conditionText(named.conditions, view) });
}

function comparisonText(comparison: Comparison, view: View): string {
  const { words, fact, gradeName } = view;
  const nameOf = comparison.fact === 'grade' ? gradeName : String;
  const text = comparisonSentence(words, comparison, fact(comparison), nameOf);
  return `${text} ${markOf(comparison, view)}`;
}

/** ✓, ✗, or ? where it is unknown; of figures with the distance to the threshold: "✗ 3.35". */
function markOf(comparison: Comparison, { factValue }: View): string {
  const given = factValue(comparison);
  const figure = given === null ? undefined : parseDecimal(given);
  const outcome = outcomeOf(comparison, figure ?? given);
  const mark = outcome === null ? '?' : outcome ? '✓' : '✗';
  const threshold = typeof comparison.value === 'number' ? parseDecimal(comparison.value) : undefined;
  if (figure === undefined || threshold === undefined) return mark;
  const [high, low] = compare(figure, threshold) < 0 ? [threshold, figure] : [figure, threshold];
  return `${mark} ${formatExact(subtract(high, low))}`;
}
