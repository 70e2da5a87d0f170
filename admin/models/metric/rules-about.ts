import type { Condition, Labels, Model } from '../../../schemas/index.ts';

/** The names of the rules and named conditions that speak of a metric: without it they say nothing any more. */
export function rulesAbout(model: Model, metric: string): Labels[] {
  const rules = [...(model.conditions ?? []), ...(model.gradeRules ?? []), ...(model.actions ?? [])];
  return rules.filter(({ conditions }) => speaksOf(conditions, metric)).map(({ name }) => name);
}

function speaksOf(node: Condition, fact: string): boolean {
  if ('all' in node) return node.all.some((part) => speaksOf(part, fact));
  if ('any' in node) return node.any.some((part) => speaksOf(part, fact));
  if ('not' in node) return speaksOf(node.not, fact);
  return 'fact' in node && node.fact === fact;
}
