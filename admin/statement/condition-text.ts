import { comparisonSentence, fill } from '../../locales/index.ts';
import type { Comparison, Condition, ConditionReference } from '../../schemas/index.ts';
import type { View } from './view.ts';

/** Conditions as a sentence, each fact with what it was. */
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

function comparisonText(comparison: Comparison, { words, fact, gradeName, stageName }: View): string {
  const names: Readonly<Record<string, (id: string) => string>> = { grade: gradeName, stage: stageName };
  return comparisonSentence(words, comparison, fact(comparison), names[comparison.fact]);
}
