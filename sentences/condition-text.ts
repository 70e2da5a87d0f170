import { fill } from '../locales/index.ts';
import type { Condition, ConditionReference } from '../schemas/index.ts';
import type { ResultView } from './result-view.ts';

/** Conditions as a sentence: each fact with what it was. */
export function conditionText(node: Condition, view: ResultView): string {
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
  return view.comparison(node);
}

/** What a reference names, with its parts in brackets. */
function namedText({ condition }: ConditionReference, view: ResultView): string {
  const { model, words, name } = view;
  const named = model.conditions!.find(({ id }) => id === condition)!;
  return fill(words.named, { name: name(named.name), conditions: conditionText(named.conditions, view) });
}
